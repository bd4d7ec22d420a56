namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>Two timelines as one, so that what falls due in both happens in one order. At the same instant, the first goes first.</summary>
internal sealed class JoinedTimeline(ITimeline first, ITimeline second) : ITimeline
{
    public DateTimeOffset NextDue => first.NextDue <= second.NextDue ? first.NextDue : second.NextDue;

    public void AdvanceTo(DateTimeOffset now)
    {
        while (NextDue is var due && due <= now)
        {
            (first.NextDue <= second.NextDue ? first : second).AdvanceTo(due);
        }

        first.AdvanceTo(now);
        second.AdvanceTo(now);
    }
}
