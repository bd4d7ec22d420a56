using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>A handler that writes bodies to a log reads them before they are sent, and so makes .NET keep them: nobody asks the content again.</summary>
public sealed class BodyLoggingHandlerTests
{
    private const string Answer = """{"balance":100,"points":100}""";

    [Fact]
    public async Task An_adjustment_passes_a_handler_that_reads_its_body()
    {
        var log = new BodyLog();
        using var test = new ScriptedClient(client => client.WithUserHandler(log), Steps.Ok(Answer));

        Assert.Equal(100, (await test.AdjustAsync()).Balance);

        Assert.Equal("""{"points":100,"source_id":"order-1"}""", Assert.Single(log.Bodies));
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task What_was_released_with_a_body_that_was_read_before_counts_as_sent()
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
    public async Task What_the_handler_itself_refused_after_reading_was_never_sent()
    {
        using var test = new ScriptedClient(static client => client.WithUserHandler(new BodyLog { Fails = true }), Steps.Ok(Answer));

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
