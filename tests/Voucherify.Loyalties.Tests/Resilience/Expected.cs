namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>What a kind of operation must do with an event: how many attempts it makes, and what it ends with (null: success). Looks for a lost adjustment are reads of their own and do not count.</summary>
internal sealed record Expected(int Attempts, Type? Error);
