using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>A row in an export of expiring points.</summary>
internal sealed record ExportedBucket(Card Card, Bucket Bucket, bool IsExpired);
