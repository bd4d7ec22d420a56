namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>Decides which fault strikes a request: the next one of the script, or else a random one.</summary>
internal sealed class FaultSource
{
    private const int RandomValuesPerRequest = 8;

    // Sums of probabilities such as 10 times 0.1 may exceed 1 by a rounding error.
    private const double Tolerance = 1e-9;

    private static readonly SandboxFault[] All = Enum.GetValues<SandboxFault>();
    private static readonly SandboxFault[] Exclusive = [.. All.Where(static fault => !FaultScope.IsSeparate(fault))];

    private readonly object _gate = new();
    private readonly double[] _probabilities = new double[All.Length];
    private readonly int[] _counts = new int[All.Length];
    private readonly int[] _adjustmentCounts = new int[All.Length];
    private readonly Queue<SandboxFault> _script = new();
    private Random? _random;

    public int Seed { get; set; } = 1;

    public SandboxFaultTargets AppliesTo { get; set; } = SandboxFaultTargets.Writes | SandboxFaultTargets.Reads;

    public DelayRange LateDelivery { get; set; } = new(TimeSpan.Zero, TimeSpan.FromSeconds(30));

    public DelayRange ExtraLag { get; set; } = new(TimeSpan.Zero, TimeSpan.FromSeconds(3));

    public DelayRange ExtraListLag { get; set; } = new(TimeSpan.Zero, TimeSpan.FromSeconds(3));

    public DelayRange ListAge { get; set; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan DripTime { get; set; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan StallTime { get; set; } = TimeSpan.FromMinutes(10);

    public void CopyTo(FaultSource other)
    {
        lock (_gate)
        {
            _probabilities.CopyTo(other._probabilities, 0);
            (other.AppliesTo, other.LateDelivery, other.ExtraLag, other.ExtraListLag) = (AppliesTo, LateDelivery, ExtraLag, ExtraListLag);
            (other.ListAge, other.RetryAfter, other.DripTime, other.StallTime) = (ListAge, RetryAfter, DripTime, StallTime);
        }
    }

    public double Probability(SandboxFault fault)
    {
        lock (_gate)
        {
            return _probabilities[(int)fault];
        }
    }

    public void SetProbability(SandboxFault fault, double value)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"The probability of {fault} must be from 0 to 1.", nameof(value));
        }

        lock (_gate)
        {
            var others = Exclusive.Sum(other => _probabilities[(int)other]) - _probabilities[(int)fault];
            if (!FaultScope.IsSeparate(fault) && others + value > 1 + Tolerance)
            {
                throw new ArgumentException($"With {fault} the probabilities would add up to more than 1.", nameof(value));
            }

            _probabilities[(int)fault] = value;
        }
    }

    public void Script(SandboxFault fault, int times)
    {
        lock (_gate)
        {
            for (var i = 0; i < times; i++)
            {
                _script.Enqueue(fault);
            }
        }
    }

    public IReadOnlyDictionary<SandboxFault, int> Counts(bool adjustmentsOnly)
    {
        lock (_gate)
        {
            var counts = adjustmentsOnly ? _adjustmentCounts : _counts;
            return All.ToDictionary(fault => fault, fault => counts[(int)fault]);
        }
    }

    public FaultPlan Plan(SandboxFaultTargets target, RequestKind kind, bool canRefuse)
    {
        lock (_gate)
        {
            if (!AppliesTo.HasFlag(target))
            {
                return default;
            }

            Span<double> random = stackalloc double[RandomValuesPerRequest];
            Draw(random);
            var scripted = TakeScripted(target, kind);
            var fault = Struck(scripted ?? Pick(random[0]), target, kind, canRefuse);
            var hasExtraLag = HasLag(SandboxFault.ExtraLag, scripted, target, random[1]);
            var hasExtraListLag = HasLag(SandboxFault.ExtraListLag, scripted, target, random[5]);
            Count(fault, kind);
            Count(hasExtraLag ? SandboxFault.ExtraLag : null, kind);
            Count(hasExtraListLag ? SandboxFault.ExtraListLag : null, kind);
            return new FaultPlan
            {
                Fault = fault,
                Choice = random[2],
                LateDelivery = LateDelivery.At(random[3]),
                ExtraLag = hasExtraLag || fault == SandboxFault.Reorder ? ExtraLag.At(random[4]) : TimeSpan.Zero,
                ExtraListLag = hasExtraListLag ? ExtraListLag.At(random[6]) : TimeSpan.Zero,
                HideTime = fault == SandboxFault.HideRow ? ExtraListLag.At(random[6]) : TimeSpan.Zero,
                StallTime = fault == SandboxFault.StallPending ? StallTime : TimeSpan.Zero,
                ListAge = fault is SandboxFault.CachedList or SandboxFault.StaleList ? ListAge.At(random[7]) : TimeSpan.Zero,
                RetryAfter = RetryAfter,
                DripTime = DripTime,
            };
        }
    }

    private static SandboxFault? Struck(SandboxFault? fault, SandboxFaultTargets target, RequestKind kind, bool canRefuse) => fault switch
    {
        { } separate when FaultScope.IsSeparate(separate) => null,
        SandboxFault.RefuseConnection when !canRefuse => SandboxFault.LoseRequest,
        { } other when !FaultScope.Includes(other, target, kind) => null,
        _ => fault,
    };

    private bool HasLag(SandboxFault lag, SandboxFault? scripted, SandboxFaultTargets target, double point) => scripted is null
        ? target == SandboxFaultTargets.Writes && point < _probabilities[(int)lag]
        : scripted == lag;

    private void Draw(Span<double> values)
    {
#pragma warning disable CA5394 // The faults must be predictable.
        _random ??= new Random(Seed);
        foreach (ref var value in values)
        {
            value = _random.NextDouble();
        }
#pragma warning restore CA5394
    }

    private SandboxFault? TakeScripted(SandboxFaultTargets target, RequestKind kind) =>
        _script.TryPeek(out var next) && FaultScope.Includes(next, target, kind) ? _script.Dequeue() : null;

    private SandboxFault? Pick(double point)
    {
        foreach (var fault in Exclusive)
        {
            point -= _probabilities[(int)fault];
            if (point < 0)
            {
                return fault;
            }
        }

        return null;
    }

    private void Count(SandboxFault? fault, RequestKind kind)
    {
        if (fault is not { } struck)
        {
            return;
        }

        _counts[(int)struck]++;
        _adjustmentCounts[(int)struck] += FaultScope.IsAdjustment(kind) ? 1 : 0;
    }
}
