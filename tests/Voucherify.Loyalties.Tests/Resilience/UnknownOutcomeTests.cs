using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class UnknownOutcomeTests
{
    [Fact]
    public async Task The_exception_of_an_unknown_adjustment_holds_all_that_is_needed_to_find_it()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Equal("order-1", error.SourceId);
        Assert.Equal("CARD", error.MemberId);
        Assert.Equal(100, error.Adjustment?.Points);
        Assert.Equal("order-1", error.Adjustment?.SourceId);
        Assert.Equal(1, error.Attempts);
        Assert.IsAssignableFrom<LoyaltyException>(error.InnerException);
        Assert.Contains("order-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exception_of_an_unknown_adjustment_holds_a_generated_source_id()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync("CARD", new AdjustBalanceRequest { Points = 5 })));

        Assert.Matches("^[0-9a-f]{32}$", error.SourceId);
    }

    [Fact]
    public async Task A_cancellation_in_flight_holds_the_source_id_and_the_cancellation_token()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var call = test.Client.V1.Members.AdjustBalanceAsync(
            "CARD", new AdjustBalanceRequest { Points = 5, SourceId = "order-1" }, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal("order-1", error.SourceId);
        Assert.Equal("CARD", error.MemberId);
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public async Task An_idempotent_write_that_was_unknown_once_is_never_reported_as_rejected()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), Steps.Respond(HttpStatusCode.NotFound, """{"code":404,"key":"not_found"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.RevokeAsync());

        Assert.Equal(2, error.Attempts);
        Assert.IsType<LoyaltyApiException>(error.InnerException);
    }

    [Fact]
    public async Task An_idempotent_write_that_was_unknown_once_and_then_succeeds_is_a_success()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Respond(HttpStatusCode.NoContent));

        await test.RevokeAsync();

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task The_error_counts_from_the_attempt_that_was_unknown()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Hang());
        var sent = test.Clock.GetUtcNow();
        var call = test.Client.OAuth.RevokeTokenAsync(new RevokeTokenRequest { AccessToken = "t" }, cancellationToken: cancellation.Token);
        var elapsed = TimeSpan.FromMilliseconds(100);
        test.Clock.Advance(elapsed);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal((sent, ReconciliationDefaults.NoAnswerWindow - elapsed), (error.LastSentAt, error.WindowLeft));
    }

    [Fact]
    public async Task A_write_that_was_unknown_once_stays_unknown_when_its_retry_delay_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.LoseConnection());
        var call = test.Client.OAuth.RevokeTokenAsync(new RevokeTokenRequest { AccessToken = "t" }, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal(1, test.Attempts);
    }
}
