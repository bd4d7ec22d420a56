namespace Voucherify.Loyalties.Queue.Store;

/// <summary>A campaign whose list must be read.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Stored">What is known about its list; null if it was not needed before.</param>
/// <param name="OldestSend">The first send of the oldest row that the list must settle or verify, by the clock of the store.</param>
/// <param name="HasLost">Whether a row was lost lately.</param>
internal sealed record TailPosition(string Campaign, StoredTail? Stored, DateTimeOffset OldestSend, bool HasLost);
