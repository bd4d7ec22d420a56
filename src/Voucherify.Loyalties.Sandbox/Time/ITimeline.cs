namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>Something whose state changes as time passes. It owns no timer: the engine tells it the time.</summary>
internal interface ITimeline
{
    /// <summary>When something is due next, or <see cref="DateTimeOffset.MaxValue"/>.</summary>
    DateTimeOffset NextDue { get; }

    /// <summary>Applies everything that is due, in the order in which it fell due.</summary>
    void AdvanceTo(DateTimeOffset now);
}
