using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LoyaltyApi.Tests;

/// <summary>Who may do what.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("ANNA", HttpStatusCode.OK)]
    [InlineData("anna", HttpStatusCode.Forbidden)]
    [InlineData("BEN", HttpStatusCode.Forbidden)]
    [InlineData("NOBODY", HttpStatusCode.Forbidden)]
    public async Task A_customer_sees_only_her_own_card(string card, HttpStatusCode expected)
    {
        await using var shop = new Shop();
        shop.Sandbox.V1.AddCard("BEN");
        shop.Http.DefaultRequestHeaders.Authorization = TestTokens.Customer("ANNA");

        var response = await shop.Http.GetAsync($"/cards/{card}");

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, shop.Sandbox.Requests.Count > 0);
    }

    [Fact]
    public async Task A_customer_cannot_credit_an_order_or_read_the_arrivals()
    {
        await using var shop = new Shop();
        shop.Http.DefaultRequestHeaders.Authorization = TestTokens.Customer("ANNA");

        await Shop.ProblemAsync(await shop.CreditAsync("order-1", 100), HttpStatusCode.Forbidden);
        await Shop.ProblemAsync(await shop.Http.GetAsync("/arrivals"), HttpStatusCode.Forbidden);
        Assert.Empty(shop.Effects);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_without_a_valid_token_gets_problem_details(bool isForged)
    {
        await using var shop = new Shop();
        shop.Http.DefaultRequestHeaders.Authorization = isForged ? TestTokens.Forged : null;

        await Shop.ProblemAsync(await shop.CreditAsync("order-1", 100), HttpStatusCode.Unauthorized);
        await Shop.ProblemAsync(await shop.Http.GetAsync("/cards/ANNA"), HttpStatusCode.Unauthorized);
        await Shop.ProblemAsync(await shop.Http.GetAsync("/nothing"), HttpStatusCode.Unauthorized);
        Assert.Empty(shop.Sandbox.Requests);
        Assert.Equal("Healthy", await shop.Http.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Outside_of_development_the_program_does_not_start_without_an_identity_provider()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.UseEnvironment("Production"));

        var error = Assert.Throws<InvalidOperationException>(factory.CreateClient);

        Assert.Contains("Authentication:Schemes:Bearer:Authority", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_the_program_makes_its_own_tokens()
    {
        await using var factory = Development();
        using var http = factory.CreateClient();
        var tokens = JsonNode.Parse(await http.GetStringAsync("/development/tokens"))!;

        http.DefaultRequestHeaders.Authorization = Bearer(tokens["anna"]);
        Assert.Equal("""{"card":"ANNA","balance":500}""", await http.GetStringAsync("/cards/ANNA"));
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/cards/BEN")).StatusCode);
        http.DefaultRequestHeaders.Authorization = Bearer(tokens["shop"]);
        Assert.Equal("""{"card":"BEN","balance":0}""", await http.GetStringAsync("/cards/BEN"));
    }

    [Fact]
    public async Task The_tokens_of_one_program_are_not_valid_in_another()
    {
        await using var one = Development();
        await using var other = Development();
        var tokens = JsonNode.Parse(await one.CreateClient().GetStringAsync("/development/tokens"))!;
        using var http = other.CreateClient();

        http.DefaultRequestHeaders.Authorization = Bearer(tokens["shop"]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/cards/ANNA")).StatusCode);
    }

    [Fact]
    public async Task With_an_identity_provider_development_makes_no_tokens_either()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(
            static host => host.UseEnvironment("Development").UseSettings(TestTokens.Settings));
        using var http = factory.CreateClient();
        http.DefaultRequestHeaders.Authorization = TestTokens.Shop;

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/development/tokens")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/cards/ANNA")).StatusCode);
    }

    private static WebApplicationFactory<Program> Development() =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.UseEnvironment("Development"));

    private static AuthenticationHeaderValue Bearer(JsonNode? token) => new("Bearer", token!.GetValue<string>());
}
