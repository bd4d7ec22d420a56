using Voucherify.Loyalties.Sandbox.Faults;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// How often, and how, a <see cref="LoyaltySandbox"/> misbehaves: at random from a seed, or as <see cref="Next"/> says.
/// <c>new SandboxFaults { Seed = 7, [SandboxFault.LoseResponse] = 0.2 }</c> loses one response in five.
/// </summary>
/// <remarks>
/// Thread-safe. Every request that <see cref="AppliesTo"/> includes uses the same number of random values, whatever strikes it,
/// so the same seed and the same requests give the same faults. Use one instance for one sandbox.
/// </remarks>
public sealed class SandboxFaults
{
    private readonly FaultSource _source = new();

    /// <summary>The seed of every random decision: the same seed and the same requests give the same faults. Default: 1.</summary>
    public int Seed
    {
        get => _source.Seed;
        init => _source.Seed = value;
    }

    /// <summary>The requests that faults may strike. Default: writes and reads, but not tokens.</summary>
    public SandboxFaultTargets AppliesTo
    {
        get => _source.AppliesTo;
        set => _source.AppliesTo = value;
    }

    /// <summary>
    /// The shortest delay of <see cref="SandboxFault.DeliverLate"/> and <see cref="SandboxFault.GatewayErrorLate"/>. Default: zero.
    /// </summary>
    public TimeSpan MinLateDelivery
    {
        get => _source.LateDelivery.Min;
        set => _source.LateDelivery = _source.LateDelivery with { Min = NotNegative(value) };
    }

    /// <summary>
    /// The longest delay of <see cref="SandboxFault.DeliverLate"/> and <see cref="SandboxFault.GatewayErrorLate"/>. If
    /// <see cref="MinLateDelivery"/> is longer, every delay is <see cref="MinLateDelivery"/>. Default: 30 seconds.
    /// </summary>
    public TimeSpan MaxLateDelivery
    {
        get => _source.LateDelivery.Max;
        set => _source.LateDelivery = _source.LateDelivery with { Max = NotNegative(value) };
    }

    /// <summary>
    /// The shortest time that <see cref="SandboxFault.ExtraLag"/> and <see cref="SandboxFault.Reorder"/> add. Default: zero.
    /// </summary>
    public TimeSpan MinExtraLag
    {
        get => _source.ExtraLag.Min;
        set => _source.ExtraLag = _source.ExtraLag with { Min = NotNegative(value) };
    }

    /// <summary>
    /// The longest time that <see cref="SandboxFault.ExtraLag"/> and <see cref="SandboxFault.Reorder"/> add. If
    /// <see cref="MinExtraLag"/> is longer, they always add <see cref="MinExtraLag"/>. Default: 3 seconds.
    /// </summary>
    public TimeSpan MaxExtraLag
    {
        get => _source.ExtraLag.Max;
        set => _source.ExtraLag = _source.ExtraLag with { Max = NotNegative(value) };
    }

    /// <summary>
    /// The shortest time that <see cref="SandboxFault.ExtraListLag"/> adds, and that <see cref="SandboxFault.HideRow"/> takes. Default:
    /// zero.
    /// </summary>
    public TimeSpan MinExtraListLag
    {
        get => _source.ExtraListLag.Min;
        set => _source.ExtraListLag = _source.ExtraListLag with { Min = NotNegative(value) };
    }

    /// <summary>
    /// The longest time that <see cref="SandboxFault.ExtraListLag"/> adds, and that <see cref="SandboxFault.HideRow"/> takes. If
    /// <see cref="MinExtraListLag"/> is longer, the time is always <see cref="MinExtraListLag"/>. Default: 3 seconds.
    /// </summary>
    public TimeSpan MaxExtraListLag
    {
        get => _source.ExtraListLag.Max;
        set => _source.ExtraListLag = _source.ExtraListLag with { Max = NotNegative(value) };
    }

    /// <summary>
    /// The lowest age of a list under <see cref="SandboxFault.CachedList"/> and <see cref="SandboxFault.StaleList"/>. Default: 1 second.
    /// </summary>
    public TimeSpan MinListAge
    {
        get => _source.ListAge.Min;
        set => _source.ListAge = _source.ListAge with { Min = NotNegative(value) };
    }

    /// <summary>
    /// The highest age of a list under <see cref="SandboxFault.CachedList"/> and <see cref="SandboxFault.StaleList"/>. If
    /// <see cref="MinListAge"/> is higher, every age is <see cref="MinListAge"/>. Default: 60 seconds.
    /// </summary>
    public TimeSpan MaxListAge
    {
        get => _source.ListAge.Max;
        set => _source.ListAge = _source.ListAge with { Max = NotNegative(value) };
    }

    /// <summary>
    /// The delay that <see cref="SandboxFault.Throttle"/> and <see cref="SandboxFault.ThrottleBulk"/> ask for. On the wire it is
    /// rounded up to whole seconds. Default: 1 second.
    /// </summary>
    public TimeSpan RetryAfter
    {
        get => _source.RetryAfter;
        set => _source.RetryAfter = NotNegative(value);
    }

    /// <summary>How long a response body takes to arrive under <see cref="SandboxFault.Drip"/>. Default: 50 milliseconds.</summary>
    public TimeSpan DripTime
    {
        get => _source.DripTime;
        set => _source.DripTime = NotNegative(value);
    }

    /// <summary>How long a transaction waits under <see cref="SandboxFault.StallPending"/>. Default: 10 minutes.</summary>
    public TimeSpan StallTime
    {
        get => _source.StallTime;
        set => _source.StallTime = NotNegative(value);
    }

    /// <summary>A copy of how often each fault has struck. Faults that never struck have the count 0.</summary>
    public IReadOnlyDictionary<SandboxFault, int> Counts => _source.Counts(adjustmentsOnly: false);

    /// <summary>A copy of how often each fault has struck an adjustment. Faults that never struck one have the count 0.</summary>
    public IReadOnlyDictionary<SandboxFault, int> AdjustmentCounts => _source.Counts(adjustmentsOnly: true);

    /// <summary>
    /// The probability that a fault strikes a request, from 0 to 1. Default: 0. At most one fault strikes a request, so the
    /// probabilities add up to at most 1, not counting <see cref="SandboxFault.ExtraLag"/> and
    /// <see cref="SandboxFault.ExtraListLag"/>, which are drawn separately.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">
    /// The value is not between 0 and 1, or the sum would exceed 1, or the fault does not exist.
    /// </exception>
    public double this[SandboxFault fault]
    {
        get => _source.Probability(Known(fault));
        set => _source.SetProbability(Known(fault), value);
    }

    /// <summary>
    /// Lets a fault strike the next requests that <see cref="AppliesTo"/> includes, instead of a random one. Calls add to a queue.
    /// A queued fault that strikes only some requests waits for one of them.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests it strikes, at least 1.</param>
    /// <exception cref="ArgumentException">The fault does not exist, or the number is less than 1.</exception>
    public void Next(SandboxFault fault, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _source.Script(Known(fault), times);
    }

    /// <summary>Returns faults with the same settings that have not struck yet. Queued faults are not copied.</summary>
    internal SandboxFaults Copy()
    {
        var copy = new SandboxFaults { Seed = Seed };
        _source.CopyTo(copy._source);
        return copy;
    }

    internal FaultPlan Plan(SandboxFaultTargets target, RequestKind kind, bool canRefuse) =>
        _source.Plan(target, kind, canRefuse);

    private static TimeSpan NotNegative(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        return value;
    }

    private static SandboxFault Known(SandboxFault fault) => Enum.IsDefined(fault)
        ? fault
        : throw new ArgumentOutOfRangeException(nameof(fault), fault, "The fault does not exist.");
}
