using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Makes the calls, and takes down what the client says about them.</summary>
internal sealed class Caller(Trace? trace, SwitchedOff off)
{
    private static readonly ResumeOptions Blind = new() { Prior = PriorAttempt.None, OutsideQueue = true };

    public Task AdjustAsync(LoyaltyClient client, ClientCall call, CancellationToken cancellationToken) => RunAsync(call, () =>
    {
        var plan = call.Operation.Plan;
        var options = new RequestOptions { Timeout = plan.Timeout };
        return off switch
        {
            SwitchedOff.Reconcile => RepeatBlindlyAsync(client, plan, options, cancellationToken),
            SwitchedOff.Sequencer => client.Members.ResumeAdjustmentAsync(plan.Card, RequestOf(plan), Blind, options: options, cancellationToken: cancellationToken),
            _ => client.Members.AdjustBalanceAsync(plan.Card, RequestOf(plan), options: options, cancellationToken: cancellationToken),
        };
    });

    public Task ResumeAsync(LoyaltyClient client, ClientCall call, PriorAttempt prior, TimeSpan timeout) => RunAsync(call, () =>
    {
        var plan = call.Operation.Plan;
        return client.Members.ResumeAdjustmentAsync(
            plan.Card, RequestOf(plan), new ResumeOptions { Prior = prior }, options: new RequestOptions { Timeout = timeout });
    });

    private static async Task<BalanceResult> RepeatBlindlyAsync(
        LoyaltyClient client, PlannedOperation plan, RequestOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Members.AdjustBalanceAsync(plan.Card, RequestOf(plan), options: options, cancellationToken: cancellationToken);
        }
        catch (LoyaltyOutcomeUnknownException)
        {
            return await client.Members.ResumeAdjustmentAsync(plan.Card, RequestOf(plan), Blind, options: options, cancellationToken: cancellationToken);
        }
    }

    private static AdjustBalanceRequest RequestOf(PlannedOperation plan) => new() { Points = plan.Points, SourceId = plan.SourceId };

    private async Task RunAsync(ClientCall call, Func<Task<BalanceResult>> run)
    {
        var what = call.Operation.Plan.SourceId;
        try
        {
            var result = await run();
            call.Said = Reported.Applied;
            call.Balance = result.Balance;
            call.Recovered = result.Recovered;
            trace?.Add($"{what} was applied{(result.Recovered ? ", recovered" : "")}: {result.Balance}");
        }
        catch (Exception error) when (Meaning(call, error) is { } meaning)
        {
            call.Said = meaning;
            trace?.Add($"{what}: {meaning}, {error.GetType().Name}");
        }

    }

    private Reported? Meaning(ClientCall call, Exception error) => error switch
    {
        LoyaltyOutcomeUnknownException { InnerException: LoyaltyApiException { StatusCode: < System.Net.HttpStatusCode.InternalServerError and not System.Net.HttpStatusCode.RequestTimeout } }
            when off == SwitchedOff.UnknownBeforeRejected => Reported.NotApplied,
        LoyaltyOutcomeUnknownException or LoyaltyOperationCanceledException => Reported.Unknown,
        LoyaltySourceIdConflictException => Reported.Conflict,

        // A resume that ends in the queue has learned nothing.
        OperationCanceledException or LoyaltyTimeoutException => call.IsResume ? Reported.Unknown : Reported.NotApplied,
        LoyaltyApiException or LoyaltyConnectionException => Reported.NotApplied,
        _ when call.Abandoned => Reported.Unknown,
        _ => null,
    };
}
