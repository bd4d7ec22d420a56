using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Starts exports of transactions and of expiring points.</summary>
internal sealed class PointsExportHandler(ResourceLocator locator, V1Store store, ExportStarter exports)
{
    public SandboxResponse ExportOfCampaign(SandboxCall call) => exports.Start(
        call,
        ExportDefinitions.Transactions,
        () => locator.TryFindCampaign(call, out var campaign, out var refusal)
            ? (new("campaign_id", campaign.Id, Listed(store.Writer.TransactionsOf(campaign), call)), null)
            : (null, refusal));

    public SandboxResponse ExportOfMember(SandboxCall call) => exports.Start(
        call,
        ExportDefinitions.Transactions,
        () => locator.TryFindCard(call, out var card, out var refusal)
            ? (new("voucher_id", card.Id, Listed(card.Transactions, call)), null)
            : (null, refusal));

    /// <summary>Points that never expire are not exported (assumed).</summary>
    public SandboxResponse ExportOfBuckets(SandboxCall call) => exports.Start(
        call,
        ExportDefinitions.Buckets,
        () => locator.TryFindCampaign(call, out var campaign, out var refusal)
            ? (new("campaign_id", campaign.Id, BucketsOf(store.Registry.CardsOf(campaign))), null)
            : (null, refusal));

    private static List<Transaction> Listed(IEnumerable<Transaction> rows, SandboxCall call) =>
        [.. rows.Where(row => row.ListedAt <= call.SnapshotAt)];

    private static List<ExportedBucket> BucketsOf(IEnumerable<Card> cards) =>
    [
        .. cards
            .SelectMany(static card => card.Buckets.Expired.Select(bucket => new ExportedBucket(card, bucket, IsExpired: true))
                .Concat(card.Buckets.All.Select(bucket => new ExportedBucket(card, bucket, IsExpired: false))))
            .Where(static row => row.Bucket.ExpiresOn is not null)
            .OrderBy(static row => row.Bucket.ExpiresOn),
    ];
}
