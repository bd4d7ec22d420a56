using Voucherify.Loyalties.Sandbox.Faults;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// How often, and how, a <see cref="LoyaltySandbox"/> misbehaves: at random from a seed, or as told by <see cref="Next"/>.
/// <c>new SandboxFaults { Seed = 7, [SandboxFault.LoseReply] = 0.2 }</c> loses one answer in five.
/// </summary>
/// <remarks>
/// Thread-safe. Every request that <see cref="AppliesTo"/> names takes the same number of random values, whatever
/// strikes it, so the same seed and the same requests give the same faults. Use one instance for one sandbox.
/// </remarks>
public sealed class SandboxFaults
{
    private readonly FaultSource _source = new();

    /// <summary>Every random decision follows from this number and the requests made. Default: 1.</summary>
    public int Seed
    {
        get => _source.Seed;
        init => _source.Seed = value;
    }

    /// <summary>Which requests may be struck. Default: writes and reads, but not tokens.</summary>
    public SandboxFaultTargets AppliesTo
    {
        get => _source.AppliesTo;
        set => _source.AppliesTo = value;
    }

    /// <summary>The shortest delay of <see cref="SandboxFault.DeliverLate"/>. Default: zero.</summary>
    public TimeSpan MinLateDelivery
    {
        get => _source.LateDelivery.Min;
        set => _source.LateDelivery = _source.LateDelivery with { Min = NotNegative(value) };
    }

    /// <summary>
    /// The longest delay of <see cref="SandboxFault.DeliverLate"/>; every delay is exactly <see cref="MinLateDelivery"/>
    /// if that is longer. Default: 30 seconds.
    /// </summary>
    public TimeSpan MaxLateDelivery
    {
        get => _source.LateDelivery.Max;
        set => _source.LateDelivery = _source.LateDelivery with { Max = NotNegative(value) };
    }

    /// <summary>The shortest time that <see cref="SandboxFault.ExtraLag"/> adds. Default: zero.</summary>
    public TimeSpan MinExtraLag
    {
        get => _source.ExtraLag.Min;
        set => _source.ExtraLag = _source.ExtraLag with { Min = NotNegative(value) };
    }

    /// <summary>
    /// The longest time that <see cref="SandboxFault.ExtraLag"/> adds; it always adds exactly <see cref="MinExtraLag"/>
    /// if that is longer. Default: 3 seconds.
    /// </summary>
    public TimeSpan MaxExtraLag
    {
        get => _source.ExtraLag.Max;
        set => _source.ExtraLag = _source.ExtraLag with { Max = NotNegative(value) };
    }

    /// <summary>
    /// The delay that <see cref="SandboxFault.Throttle"/> and <see cref="SandboxFault.ThrottleBulk"/> ask for, in whole
    /// seconds on the wire, rounded up. Default: 1 second.
    /// </summary>
    public TimeSpan RetryAfter
    {
        get => _source.RetryAfter;
        set => _source.RetryAfter = NotNegative(value);
    }

    /// <summary>How long the body of an answer takes under <see cref="SandboxFault.Drip"/>. Default: 50 milliseconds.</summary>
    public TimeSpan DripTime
    {
        get => _source.DripTime;
        set => _source.DripTime = NotNegative(value);
    }

    /// <summary>How often each fault struck, 0 included, as a copy.</summary>
    public IReadOnlyDictionary<SandboxFault, int> Counts => _source.Counts(balanceOnly: false);

    /// <summary>How often each fault struck a balance adjustment, 0 included, as a copy.</summary>
    public IReadOnlyDictionary<SandboxFault, int> BalanceCounts => _source.Counts(balanceOnly: true);

    /// <summary>
    /// How likely a fault is to strike a request, from 0 to 1. Default: 0. At most one strikes a request, so all of them
    /// together are at most 1, without <see cref="SandboxFault.ExtraLag"/>, which is drawn apart.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">The value is not from 0 to 1, or the sum would exceed 1, or there is no such fault.</exception>
    public double this[SandboxFault fault]
    {
        get => _source.Probability(Known(fault));
        set => _source.SetProbability(Known(fault), value);
    }

    /// <summary>
    /// Lets a fault strike the next requests that <see cref="AppliesTo"/> names, in the place of the random ones. Calls
    /// queue up. A queued <see cref="SandboxFault.ExtraLag"/> waits for a write.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests it strikes, at least 1.</param>
    /// <exception cref="ArgumentException">There is no such fault, or the number is less than 1.</exception>
    public void Next(SandboxFault fault, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _source.Script(Known(fault), times);
    }

    internal FaultPlan Plan(SandboxFaultTargets target, bool isBalance, bool canRefuse) => _source.Plan(target, isBalance, canRefuse);

    private static TimeSpan NotNegative(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        return value;
    }

    private static SandboxFault Known(SandboxFault fault) => Enum.IsDefined(fault)
        ? fault
        : throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault.");
}
