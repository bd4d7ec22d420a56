namespace Voucherify.Loyalties.Time;

/// <summary>The delays between polls or other repetitions: each is twice the previous one, up to a limit.</summary>
internal sealed class DoublingDelay(TimeSpan first, TimeSpan longest)
{
    private TimeSpan _next = first;

    public TimeSpan Next()
    {
        var delay = _next;
        _next = delay * 2 < longest ? delay * 2 : longest;
        return delay;
    }
}
