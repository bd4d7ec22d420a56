using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

/// <summary>What a caller did wrong is said in problem details, in the words of this API, also in production.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"card":5,"points":100}""")]
    [InlineData("""{"card":"ANNA","points":"many"}""")]
    [InlineData("""{"card":"ANNA","points":1e99}""")]
    [InlineData("""{"points":100}""")]
    [InlineData("""{"card":"","points":100}""")]
    [InlineData("""{"card":"..","points":100}""")]
    public async Task A_body_that_cannot_be_used_is_answered_with_problem_details_that_name_the_card(string body)
    {
        await using var shop = new Shop();

        var response = await shop.Http.PostAsync("/orders/order-1/points", new StringContent(body, Encoding.UTF8, "application/json"));

        var detail = await Shop.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("'card'", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("memberId", detail, StringComparison.Ordinal);
        Assert.Empty(shop.Sandbox.Requests);
    }

    [Fact]
    public async Task A_card_that_cannot_be_a_path_is_answered_with_problem_details()
    {
        await using var shop = new Shop();

        var detail = await Shop.ProblemAsync(await shop.Http.GetAsync("/cards/%0A"), HttpStatusCode.BadRequest);

        Assert.Contains("'card'", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_cannot_be_a_source_id_is_answered_with_problem_details()
    {
        await using var shop = new Shop();

        var detail = await Shop.ProblemAsync(await shop.CreditAsync("order%0A1", 100), HttpStatusCode.BadRequest);

        Assert.Contains("order id", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_answered_with_problem_details()
    {
        await using var shop = new Shop();

        await Shop.ProblemAsync(
            await shop.Http.PostAsync("/orders/order-1/points", new StringContent("<card/>", Encoding.UTF8, "text/xml")),
            HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_path_a_method_and_a_fault_of_the_program_are_answered_with_problem_details()
    {
        await using var shop = new Shop(configureServices: static services => services.AddSingleton<IStartupFilter, FaultyPath>());

        await Shop.ProblemAsync(await shop.Http.GetAsync("/nothing"), HttpStatusCode.NotFound);
        await Shop.ProblemAsync(await shop.Http.DeleteAsync("/cards/ANNA"), HttpStatusCode.MethodNotAllowed);
        var fault = await shop.Http.GetAsync(FaultyPath.Path);
        await Shop.ProblemAsync(fault, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("canary", await fault.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxFault.Unauthorized, HttpStatusCode.BadGateway)]
    [InlineData(SandboxFault.LoseRequest, HttpStatusCode.ServiceUnavailable)]
    public async Task A_fault_of_the_service_is_answered_with_problem_details(SandboxFault fault, HttpStatusCode expected)
    {
        await using var shop = new Shop(static options => options.Retry.MaxRetries = 0);
        shop.Faults.Next(fault);

        await Shop.ProblemAsync(await shop.Http.GetAsync("/cards/ANNA"), expected);
    }

    /// <summary>A path that fails unexpectedly.</summary>
    private sealed class FaultyPath : IStartupFilter
    {
        public const string Path = "/fault";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use(static (context, following) =>
                context.Request.Path == Path ? throw new NotSupportedException("canary") : following(context));
        };
    }
}
