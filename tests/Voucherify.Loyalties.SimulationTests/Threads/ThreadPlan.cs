using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>The part of a run on threads that its seed decides.</summary>
internal sealed class ThreadPlan
{
    public const int Threads = 16;

    public const long OpeningPoints = 1_000_000_000;

    /// <summary>How many points more a caller wants who uses an id for other points.</summary>
    public const long OtherPoints = 1_000;

    /// <summary>How far the clock moves with each request.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>How far the clock moves at most when all threads seem to wait. A thread may only be slow.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(20);

    /// <summary>How long it can be quiet while calls are running: longer than every timeout and window, except that of the queue.</summary>
    public static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan ListLag = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// How far before its first call the call that credits once looks: longer than callers can wait for their turns. If it read the whole
    /// card, the time of a run would grow with the square of its calls.
    /// </summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromSeconds(200);

    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan MaxQueueWait = TimeSpan.FromSeconds(60);

    public ThreadPlan(int seed, bool playsOnce)
    {
        var dice = new Dice(seed);
        Seed = seed;
        PlaysOtherPoints = playsOnce && seed % 2 != 0;
        Cards = [.. Enumerable.Range(1, dice.From(4, 8)).Select(static card => string.Create(CultureInfo.InvariantCulture, $"C{card}"))];
        Faults = NewFaults(dice, FaultKinds.OnThreads);
        SettlesItself = dice.Chance(0.8);
        if (PlaysOtherPoints)
        {
            Faults[SandboxFault.AlteredSourceId] = 0;
        }
    }

    public int Seed { get; }

    /// <summary>
    /// Whether callers use an id for other points too. The client does not recognize a transaction with other points under an altered id,
    /// so one seed has the one, and the next seed the other.
    /// </summary>
    public bool PlaysOtherPoints { get; }

    /// <summary>Whether the client searches for unknown outcomes (<see cref="ReconciliationOptions.Enabled"/>).</summary>
    public bool SettlesItself { get; }

    public IReadOnlyList<string> Cards { get; }

    public SandboxFaults Faults { get; }

    public LoyaltySandboxOptions ToOptions(TimeProvider clock) =>
        new() { TimeProvider = clock, ListLag = ListLag, Faults = Faults, Seed = Seed };

    /// <summary>Returns faults that strike one request in ten, and take less time than a window.</summary>
    public static SandboxFaults NewFaults(Dice dice, IReadOnlyCollection<SandboxFault> kinds)
    {
        var faults = new SandboxFaults
        {
            Seed = dice.From(1, int.MaxValue - 1),
            MaxLateDelivery = 120 * Millisecond,
            MaxExtraLag = 10 * Millisecond,
            MaxExtraListLag = 40 * Millisecond,
            RetryAfter = Millisecond,
            DripTime = Millisecond,
            StallTime = 150 * Millisecond,
            [SandboxFault.ExtraListLag] = 0.2,
        };
        foreach (var fault in kinds)
        {
            faults[fault] = 0.1 / kinds.Count;
        }

        return faults;
    }

    public static void Configure(LoyaltyClientOptions options)
    {
        options.AttemptTimeout = 300 * Millisecond;
        options.TotalTimeout = TimeSpan.FromSeconds(5);
        options.Retry.BaseDelay = Millisecond;
        options.Retry.MaxDelay = 10 * Millisecond;
        options.Ordering.SettleDelay = TimeSpan.Zero;
        options.Ordering.MaxQueueWait = MaxQueueWait;
        options.Reconciliation.BaseDelay = 2 * Millisecond;
        options.Reconciliation.MaxDelay = 50 * Millisecond;
        options.Reconciliation.ServiceErrorWindow = 60 * Millisecond;
        options.Reconciliation.NoAnswerWindow = 200 * Millisecond;
        options.Reconciliation.LookbackMargin = 100 * Millisecond;
        options.Reconciliation.OutcomeTimeout = 100 * Millisecond;
        options.Reconciliation.MaxBackgroundLookups = 2;
    }
}
