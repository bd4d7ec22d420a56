using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>Starts and resumes transfers, which are reconciled when their outcome is unknown.</summary>
internal sealed class PointsTransfers(ResourceContext context, IMembersApi api)
{
    /// <summary>Starts a transfer.</summary>
    /// <param name="memberId">The receiving card.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="items">The cards that give points. Those without an id get one, under which they can be found.</param>
    /// <param name="getMemberAsync">Reads the receiving card.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">The items are invalid.</exception>
    public Task<LoyaltyMember> StartAsync(
        string memberId,
        string campaignId,
        IReadOnlyList<PointsTransferItem> items,
        Func<CancellationToken, Task<LoyaltyMember>> getMemberAsync,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var checkedItems = Checked(memberId, items);
        var transfer = Array.ConvertAll(checkedItems, Identified);
        return ApplyAsync(Subject(memberId, campaignId, transfer), getMemberAsync, ResumeOptions.NeverSent, options, cancellationToken);
    }

    /// <summary>Resumes a transfer.</summary>
    /// <param name="memberId">The receiving card.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="items">The cards that give points, each with the id that it was sent with.</param>
    /// <param name="getMemberAsync">Reads the receiving card.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">The items are invalid.</exception>
    public Task<LoyaltyMember> ResumeAsync(
        string memberId,
        string campaignId,
        IReadOnlyList<PointsTransferItem> items,
        Func<CancellationToken, Task<LoyaltyMember>> getMemberAsync,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var transfer = Checked(memberId, items);
        TransferPointsRules.CheckSourceIds(transfer);
        return ApplyAsync(Subject(memberId, campaignId, transfer), getMemberAsync, resume, options, cancellationToken);
    }

    // Before the first byte is sent, each item has an id under which it can be found.
    private PointsTransferItem Identified(PointsTransferItem item) =>
        item.SourceId is null ? item with { SourceId = context.NewSourceId() } : item;

    // A copy: every attempt sends what was checked, whatever happens to the caller's list.
    private static PointsTransferItem[] Checked(string memberId, IReadOnlyList<PointsTransferItem> items)
    {
        PointsTransferItem[] copy = [.. items];
        TransferPointsRules.Check(memberId, copy);
        return copy;
    }

    private static CallSubject Subject(string memberId, string campaignId, PointsTransferItem[] transfer) => new(memberId, campaignId)
    {
        // The same id for the same items in any order: a resume and a double click are recognized by it.
        SourceId = transfer.Select(static item => item.SourceId).Min(StringComparer.Ordinal),
        Transfer = transfer,
    };

    private Task<LoyaltyMember> ApplyAsync(
        CallSubject subject,
        Func<CancellationToken, Task<LoyaltyMember>> getMemberAsync,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var settings = context.Settings.For(V1Operations.TransferPoints, resume, options, cancellationToken);
        return new TransferPointsCall(api, settings, subject, getMemberAsync, resume).ApplyAsync(context.Reconciliation);
    }
}
