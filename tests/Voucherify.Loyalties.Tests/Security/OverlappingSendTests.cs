using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>A hedging handler sends a second time while the first send is still connecting, so neither knows of the other.</summary>
public sealed class OverlappingSendTests
{
    private const string BalanceJson = """{"balance":100,"points":100}""";

    [Fact]
    public async Task A_second_send_is_refused_while_the_first_is_connecting()
    {
        var connected = new TaskCompletionSource();
        var hedge = new Hedge();
        using var test = new ScriptedClient(client => client.WithUserHandler(hedge), Connecting(connected.Task), Steps.Ok(BalanceJson));

        var call = test.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100 });
        connected.SetResult();
        await call;

        Assert.Equal(
            "A handler repeated the request of AdjustBalance, which may already have been applied: it was not sent again.",
            Assert.IsType<LoyaltySendRefusedException>(hedge.Second).Message);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_second_send_is_allowed_after_the_first_found_no_connection()
    {
        using var test = new ScriptedClient(
            static client => client.WithUserHandler(new RepeatingHandler()), Steps.FailToConnect(), Steps.Ok(BalanceJson));

        Assert.Equal(100, (await test.AdjustAsync()).Balance);

        Assert.Equal(2, test.Attempts);
    }

    private static Step Connecting(Task connected) => async (request, cancellationToken) =>
    {
        await connected;
        return await Steps.Ok(BalanceJson)(request, cancellationToken);
    };

    /// <summary>Starts a second send before the first has ended, and waits for the first.</summary>
    private sealed class Hedge : DelegatingHandler
    {
        public Exception? Second { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var first = base.SendAsync(request, cancellationToken);
            Second = await Record.ExceptionAsync(() => base.SendAsync(request, cancellationToken));
            return await first;
        }
    }
}
