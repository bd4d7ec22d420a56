namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>A member of a journey, whose card has points that expire and points that are pending.</summary>
/// <param name="Id">The id.</param>
/// <param name="CardId">The card.</param>
/// <param name="PendingBucket">The bucket of pending points.</param>
/// <param name="ExpiringBucket">The bucket of points that expire.</param>
internal sealed record JourneyMember(string Id, string CardId, string PendingBucket, string ExpiringBucket);
