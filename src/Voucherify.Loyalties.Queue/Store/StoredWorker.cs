namespace Voucherify.Loyalties.Queue.Store;

/// <summary>A worker as the others see it.</summary>
/// <param name="Owner">The worker.</param>
/// <param name="SeenAt">When it was last seen, by the clock of the store.</param>
/// <param name="IsRefused">Whether the service refuses its key.</param>
internal sealed record StoredWorker(string Owner, DateTimeOffset SeenAt, bool IsRefused);
