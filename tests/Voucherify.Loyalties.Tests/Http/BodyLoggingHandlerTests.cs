using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>
/// A handler that logs bodies reads them before they are sent. .NET then buffers them, and does not ask the content for its bytes again.
/// </summary>
public sealed class BodyLoggingHandlerTests
{
    private const string BalanceJson = """{"balance":100,"points":100}""";

    [Fact]
    public async Task An_adjustment_works_with_a_handler_that_reads_its_body()
    {
        var log = new BodyLog();
        using var test = new ScriptedClient(client => client.WithUserHandler(log), Steps.Ok(BalanceJson));

        Assert.Equal(100, (await test.AdjustAsync()).Balance);

        Assert.Equal("""{"points":100,"source_id":"order-1"}""", Assert.Single(log.Bodies));
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_request_whose_body_was_read_early_counts_as_sent_once_it_is_passed_on()
    {
        using var test = new ScriptedClient(
            static client =>
                client.Configure(static options => options.TotalTimeout = TimeSpan.FromSeconds(15)).WithUserHandler(new BodyLog()),
            Steps.FailToConnect(),
            Steps.Ok("""{"data":[],"has_more":false}"""));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task A_request_that_a_handler_refuses_after_reading_its_body_was_never_sent()
    {
        using var test = new ScriptedClient(static client => client.WithUserHandler(new BodyLog { Fails = true }), Steps.Ok(BalanceJson));

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.AdjustAsync());

        Assert.Equal(0, test.Attempts);
    }

    private sealed class BodyLog : DelegatingHandler
    {
        public List<string> Bodies { get; } = [];

        public bool Fails { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                Bodies.Add(await content.ReadAsStringAsync(cancellationToken));
            }

            return Fails ? throw new InvalidOperationException("The log is full.") : await base.SendAsync(request, cancellationToken);
        }
    }
}
