using System.Net;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Makes the calls, and records what the client reports about them.</summary>
internal sealed class Caller(Trace? trace, DisabledSafeguard off, Func<LoyaltyClient> newBlindClient)
{
    /// <summary>The loyalty program of all cards.</summary>
    public const string Campaign = "program";

    /// <summary>Sends at once, without a lookup and without a place in the queue.</summary>
    public static readonly ResumeOptions Blind = new() { Prior = PriorAttempt.None, OutsideQueue = true };

    private Task _last = Task.CompletedTask;

    public Task ChangeAsync(LoyaltyClient client, ClientCall call, ResumeOptions resume, CancellationToken cancellationToken)
    {
        var options = new RequestOptions { Timeout = call.Operation.Plan.Timeout };
        return RunAsync(call, off switch
        {
            DisabledSafeguard.Reconcile => () => RepeatBlindlyAsync(client, call, resume, options, cancellationToken),
            DisabledSafeguard.Sequencer => () => SendAsync(client, call, Blind, options, cancellationToken),
            DisabledSafeguard.CardQueues => () => InOneQueueAsync(() => SendAsync(client, call, resume, options, cancellationToken)),
            _ => () => SendAsync(client, call, resume, options, cancellationToken),
        });
    }

    public Task ResumeAsync(
        LoyaltyClient client, ClientCall call, ResumeOptions resume, TimeSpan timeout, CancellationToken cancellationToken) =>
        RunAsync(call, () => SendAsync(client, call, resume, new RequestOptions { Timeout = timeout }, cancellationToken));

    /// <summary>Makes the call that credits once.</summary>
    public Task OnceAsync(
        LoyaltyClient client, ClientCall call, AdjustBalanceRequest request, PriorAttempt prior, CancellationToken cancellationToken)
    {
        var options = new RequestOptions { Timeout = call.Timeout };
        return RunAsync(call, () => client.V1.Members.AdjustBalanceOnceAsync(
            call.Operation.Plan.Card,
            request,
            new AdjustOnceOptions { Prior = prior },
            options: options,
            cancellationToken: cancellationToken));
    }

    // By a client that remembers nothing.
    private async Task<BalanceResult> RepeatBlindlyAsync(
        LoyaltyClient client, ClientCall call, ResumeOptions resume, RequestOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(client, call, resume, options, cancellationToken);
        }
        catch (LoyaltyOutcomeUnknownException)
        {
            using var blind = newBlindClient();
            return await SendAsync(blind, call, Blind, options, cancellationToken);
        }
    }

    private async Task<BalanceResult> InOneQueueAsync(Func<Task<BalanceResult>> run)
    {
        var before = _last;
        var end = new TaskCompletionSource();
        _last = end.Task;
        await before;
        try
        {
            return await run();
        }
        finally
        {
            end.SetResult();
        }
    }

    /// <summary>Uses the plain methods for a first call without a send guard, as callers would.</summary>
    private static async Task<BalanceResult> SendAsync(
        LoyaltyClient client, ClientCall call, ResumeOptions resume, RequestOptions options, CancellationToken cancellationToken)
    {
        var plan = call.Operation.Plan;
        var isPlain = !resume.Prior.MaybeSent && resume is { OutsideQueue: false, SendGuard: null };
        if (plan.Receiver is { } receiver)
        {
            _ = isPlain
                ? await client.V1.Members.TransferPointsAsync(receiver, Campaign, plan.Items, options, cancellationToken)
                : await client.V1.Members.ResumeTransferAsync(receiver, Campaign, plan.Items, resume, options, cancellationToken);
            return new BalanceResult();
        }

        var request = new AdjustBalanceRequest { Points = plan.Points, SourceId = plan.SourceId };
        return isPlain
            ? await client.V1.Members.AdjustBalanceAsync(plan.Card, request, options: options, cancellationToken: cancellationToken)
            : await client.V1.Members.ResumeAdjustmentAsync(
                plan.Card, request, resume, options: options, cancellationToken: cancellationToken);
    }

    private async Task RunAsync(ClientCall call, Func<Task<BalanceResult>> run)
    {
        var what = call.Operation.Plan.SourceId;
        ClientCall.Current = call;
        try
        {
            var result = await run();
            call.Result = Reported.Applied;
            call.Balance = result.Balance;
            call.Recovered = result.Recovered;
            trace?.Add($"{what} was applied{(result.Recovered ? ", recovered" : "")}: {result.Balance}");
        }
        catch (Exception error) when (OutcomeOf(call, error) is { } outcome)
        {
            call.Result = outcome;
            call.HeardCancellation = error is OperationCanceledException && call is { IsCancelled: false, Abandoned: false };
            call.FollowOutcome = CallOutcome.FollowerOf(error);
            call.TrustsForeignResponse = error is LoyaltyApiException and not LoyaltyRateLimitException
                && outcome == Reported.NotApplied
                && ((LoyaltyApiException)error).StatusCode == call.LastStatus
                && !IsOfService((LoyaltyApiException)error);
            call.WasHeldBack = !call.IsOnce && error is LoyaltyRateLimitException { Error.Code: null };
            trace?.Add($"{what}: {outcome}, {error.GetType().Name}: {error.Message}");
        }
    }

    private Reported? OutcomeOf(ClientCall call, Exception error) => error switch
    {
        LoyaltyOutcomeUnknownException { InnerException: LoyaltyApiException { StatusCode: var status } }
            when off == DisabledSafeguard.UnknownBeforeRejected && IsRejection(status) => Reported.NotApplied,
        InvalidOperationException { Message: FaultyUserHandler.Failure } => Reported.NotApplied,
        _ => CallOutcome.Of(error, call.IsResume) ?? (call.Abandoned ? Reported.Unknown : null),
    };

    /// <summary>Whether the error can come from the service: it has a key or a request id. A 401 always counts.</summary>
    private static bool IsOfService(LoyaltyApiException error) =>
        error.StatusCode == HttpStatusCode.Unauthorized
        || error.Key is not null
        || error.Error.RequestId?.StartsWith("v-", StringComparison.Ordinal) == true;

    private static bool IsRejection(HttpStatusCode status) =>
        status is < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout;
}
