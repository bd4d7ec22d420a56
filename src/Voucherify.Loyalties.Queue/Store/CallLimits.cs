namespace Voucherify.Loyalties.Queue.Store;

/// <summary>How many calls all workers together may make.</summary>
/// <param name="PerMinute">The rate; null for no limit.</param>
/// <param name="Burst">How many calls may leave at once.</param>
/// <param name="PerCycle">The cap of the cycle; null for none.</param>
/// <param name="CycleEndsAt">When the cycle ends; null for never.</param>
internal sealed record CallLimits(double? PerMinute, int Burst, long? PerCycle, DateTimeOffset? CycleEndsAt);
