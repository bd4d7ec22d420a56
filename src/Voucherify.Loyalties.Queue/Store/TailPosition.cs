namespace Voucherify.Loyalties.Queue.Store;

/// <summary>How far the list of a campaign was read.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="ReadUntil">The service's clock at the last reading; null if it was never read.</param>
/// <param name="OldestSend">The first send of the oldest row that the list must settle or verify, by the clock of the store.</param>
/// <param name="HasLost">Whether a row was lost lately.</param>
internal sealed record TailPosition(string Campaign, DateTimeOffset? ReadUntil, DateTimeOffset OldestSend, bool HasLost);
