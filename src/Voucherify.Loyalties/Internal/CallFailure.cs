using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Internal;

/// <summary>Decides which error a call ends with, once no further attempt follows.</summary>
internal static class CallFailure
{
    /// <summary>Makes the error.</summary>
    /// <param name="call">The call.</param>
    /// <param name="interruption">What ended the wait for another attempt; null when the last attempt's outcome is final.</param>
    public static Exception Of(LoyaltyCall call, Exception? interruption)
    {
        var last = interruption ?? call.Last?.Error;
        var unknown = call.WasUnknown && OutcomeTable.MindsUnknown(call.Operation.Idempotency);
        if (call.CallerToken.IsCancellationRequested && last is OperationCanceledException)
        {
            return unknown ? Cancelled(call, last) : new OperationCanceledException(last.Message, last, call.CallerToken);
        }

        return unknown ? Unknown(call, last) : last ?? new LoyaltyException($"{call.Operation.Name} ended without an answer.");
    }

    private static LoyaltyOperationCanceledException Cancelled(LoyaltyCall call, Exception last) =>
        new($"{call.Operation.Name} was cancelled after it may have left: whether it was applied is not known.{Trace(call)}", last, call.CallerToken)
        {
            SourceId = call.Subject?.SourceId,
            MemberId = call.Subject?.MemberId,
            CampaignId = call.Subject?.CampaignId,
            Adjustment = call.Subject?.Adjustment,
            Transfer = call.Subject?.Transfer,
        };

    private static LoyaltyOutcomeUnknownException Unknown(LoyaltyCall call, Exception? last) =>
        new($"{call.Operation.Name} was sent, but whether it was applied is not known: {last?.Message}{Trace(call)}", last)
        {
            SourceId = call.Subject?.SourceId,
            MemberId = call.Subject?.MemberId,
            CampaignId = call.Subject?.CampaignId,
            Adjustment = call.Subject?.Adjustment,
            Transfer = call.Subject?.Transfer,
            Attempts = call.Attempts,
        };

    private static string Trace(LoyaltyCall call) => call.Subject is { SourceId: { } sourceId, MemberId: var member }
        ? $" Look for source_id '{sourceId}' in the transactions of '{member}' before you send it again."
        : "";
}
