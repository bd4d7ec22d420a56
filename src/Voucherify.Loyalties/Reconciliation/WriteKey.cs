namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The card and the id under which this client knows a write.</summary>
/// <param name="Card">The card; for a transfer, the receiving one.</param>
/// <param name="SourceId">The id; for a transfer, that of one of its items.</param>
/// <param name="IsTransfer">Whether it is a transfer: an adjustment of the same card may have the same id.</param>
internal readonly record struct WriteKey(string Card, string SourceId, bool IsTransfer);
