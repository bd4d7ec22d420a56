namespace Voucherify.Loyalties.Queue.Store;

/// <summary>A transaction in the list of a campaign.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceId">The id of its write.</param>
/// <param name="VoucherId">The id of its card.</param>
/// <param name="Points">The change of the balance: less than zero for a removal.</param>
/// <param name="CreatedAt">When it was made, by the clock of the store; null if that is not known.</param>
internal sealed record ListedRow(string Id, string SourceId, string VoucherId, long Points, DateTimeOffset? CreatedAt);
