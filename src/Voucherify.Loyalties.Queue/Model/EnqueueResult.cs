namespace Voucherify.Loyalties.Queue;

/// <summary>What became of adjustments that were enqueued.</summary>
/// <param name="Added">How many are new.</param>
/// <param name="AlreadyThere">How many were enqueued before, with the same points.</param>
public sealed record EnqueueResult(int Added, int AlreadyThere);
