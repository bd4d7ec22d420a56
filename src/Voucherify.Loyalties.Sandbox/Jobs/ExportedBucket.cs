using Voucherify.Loyalties.Sandbox.Ledger;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>A row of an export of expiring points.</summary>
internal sealed record ExportedBucket(Card Card, Bucket Bucket, bool IsExpired);
