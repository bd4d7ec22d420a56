using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>Starts and resumes transfers, which are reconciled when their outcome is unknown.</summary>
internal sealed class PointsTransfers(ResourceContext context, IMembersApi api)
{
    /// <summary>Describes a transfer.</summary>
    /// <param name="memberId">The receiving card.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="items">The cards that give points. They are copied: every attempt sends what was checked.</param>
    /// <param name="isResume">Whether each item must have the id that it was sent with; otherwise a missing id is generated.</param>
    /// <exception cref="ArgumentException">The items are invalid.</exception>
    public CallSubject Describe(string memberId, string campaignId, IReadOnlyList<PointsTransferItem> items, bool isResume)
    {
        var transfer = items.ToArray();
        TransferPointsRules.Check(memberId, transfer);
        if (isResume)
        {
            TransferPointsRules.CheckSourceIds(transfer);
        }
        else
        {
            // Before the first byte is sent, each item has an id under which it can be found.
            transfer = Array.ConvertAll(transfer, item => item.SourceId is null ? item with { SourceId = context.NewSourceId() } : item);
        }

        return new CallSubject(memberId, campaignId)
        {
            // The same id for the same items in any order: a resume and a double click are recognized by it.
            SourceId = transfer.Select(static item => item.SourceId).Min(StringComparer.Ordinal),
            Transfer = transfer,
        };
    }

    /// <summary>Applies a transfer.</summary>
    /// <param name="subject">The transfer.</param>
    /// <param name="getMemberAsync">Reads the receiving card.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public Task<LoyaltyMember> ApplyAsync(
        CallSubject subject,
        Func<CancellationToken, Task<LoyaltyMember>> getMemberAsync,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var settings = context.Settings.For(V1Operations.TransferPoints, options, cancellationToken);
        var call = new TransferPointsCall(api, settings, subject, getMemberAsync, resume);
        return new ReconciliationRun<LoyaltyMember>(context.Reconciliation, call).ApplyAsync();
    }
}
