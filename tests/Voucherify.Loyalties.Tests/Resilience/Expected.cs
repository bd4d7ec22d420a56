namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>
/// What a kind of operation must do about an event: how many attempts it makes, and the exception that it ends with (null: success). The
/// lookups of a lost adjustment are separate reads and do not count.
/// </summary>
internal sealed record Expected(int Attempts, Type? Error);
