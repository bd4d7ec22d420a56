namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A benefit that a member got, or did not get. It is approved or rejected at once (assumed).</summary>
/// <param name="Id">The id, <c>lbtx_...</c>.</param>
/// <param name="Grant">What the rule gives.</param>
/// <param name="EventId">What triggered the rule.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Rejection">Why the member did not get it, or null.</param>
internal sealed record BenefitTransaction(
    string Id, BenefitGrant Grant, string EventId, DateTimeOffset RecordedAt, Rejection? Rejection)
{
    // To the millisecond, as it is written.
    public DateTimeOffset CreatedAt => RecordedAt.AddTicks(-(RecordedAt.Ticks % TimeSpan.TicksPerMillisecond));
}
