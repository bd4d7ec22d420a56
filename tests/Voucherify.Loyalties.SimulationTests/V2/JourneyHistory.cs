using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>
/// Plays payments, purchases, refunds and changes of buckets beside adjustments, on one thread and one clock. Then a client without faults
/// resumes everything that is still unknown.
/// </summary>
internal sealed class JourneyHistory
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CancellationLimit = TimeSpan.FromSeconds(30);

    private readonly VirtualClock _clock = new();
    private readonly JourneySafeguard _off;
    private readonly JourneyWorld _world;
    private readonly JourneyCalls _calls;
    private readonly Agenda _agenda;
    private readonly Trace? _trace;
    private LoyaltyClient _client;
    private TimeSpan _quietUntil;
    private int _clients;
    private int _count;
    private bool _isSettling;

    private JourneyHistory(JourneyPlan plan, JourneySafeguard off, bool traced)
    {
        (Plan, _off) = (plan, off);
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            ApplyLag = plan.ApplyLag,
            ListLag = plan.ListLag,
            Seed = plan.Seed,
            V2 = plan.Service,
        });
        _world = JourneyWorld.Create(Sandbox, _clock, plan.Members);
        _calls = new JourneyCalls(_world, off);
        JournalBefore = Sandbox.Journal.Count;
        Sandbox.Faults = plan.Faults;
        _agenda = new Agenda(_clock);
        _trace = traced ? new Trace(_clock) : null;
        Steps = [.. plan.Steps.Select(static step => new PlayedStep(step))];
        _client = NewClient();
    }

    public JourneyPlan Plan { get; }

    public LoyaltySandbox Sandbox { get; }

    /// <summary>The entries of the journal that were there before the first step.</summary>
    public int JournalBefore { get; }

    /// <summary>The steps, and the refunds that followed them.</summary>
    public List<PlayedStep> Steps { get; }

    public List<string> Violations { get; } = [];

    public Tally Tally { get; } = new();

    public IReadOnlyList<string> Trace => _trace?.Lines ?? [];

    /// <summary>The bucket that a step changes, or null.</summary>
    public string? BucketOf(PlayedStep step) => step.Plan.Kind switch
    {
        JourneyStepKind.Activate or JourneyStepKind.Cancel => _world.Members[step.Plan.Member - 1].PendingBucket,
        JourneyStepKind.Expire => _world.Members[step.Plan.Member - 1].ExpiringBucket,
        _ => null,
    };

    /// <summary>The member of a step.</summary>
    public string MemberOf(PlayedStep step) => _world.Members[step.Plan.Member - 1].Id;

    /// <summary>The id that the service gave the order of a payment.</summary>
    public string OrderIdOf(PlayedStep step) => _world.OrderIds[JourneyWorld.OrderOf(step.Plan.Order, step.Plan.Member)];

    /// <summary>Plays the journey of a seed to its end.</summary>
    public static JourneyHistory Play(int seed, JourneySafeguard off = JourneySafeguard.Nothing, bool traced = false)
    {
        var history = new JourneyHistory(new JourneyPlan(seed), off, traced);
        history.PlayPlan();
        history.Settle();
        return history;
    }

    private void PlayPlan()
    {
        if (Plan.CrashAt is { } crashAt)
        {
            _agenda.Schedule(crashAt, Crash);
        }

        foreach (var step in Steps.ToList())
        {
            _agenda.Schedule(step.Plan.StartsAt, () => Start(step));
        }

        _agenda.RunUntilQuiet(Violations);
    }

    // A new client does not know what the one before has done a moment ago: that is the limit of the promise.
    private void Start(PlayedStep step)
    {
        if (_quietUntil > _clock.Elapsed)
        {
            _agenda.Schedule(_quietUntil - _clock.Elapsed, () => Start(step));
            return;
        }

        step.CalledAt = _clock.Elapsed;
        var options = new RequestOptions
        {
            Timeout = step.Plan.Timeout,
            WaitUntil = step.Plan.IsAccepted ? WriteCompletion.Accepted : WriteCompletion.Settled,
        };
        var cancellation = new CancellationTokenSource();
        var call = Follow(step, _calls.StartAsync(_client, step, options, cancellation.Token));
        if (step.Plan.CancelAfter is { } cancelAfter)
        {
            _agenda.Schedule(cancelAfter, () => Cancel(step, cancellation, call));
        }
    }

    // A cancelled wait of Polly's ends on the thread pool. The limit is for a call that hangs.
    private void Cancel(PlayedStep step, CancellationTokenSource cancellation, Task call)
    {
        cancellation.Cancel();
        if (!call.Wait(CancellationLimit))
        {
            Violations.Add($"{step} did not end when it was cancelled.");
        }
    }

    private void Resume(PlayedStep step)
    {
        var options = new RequestOptions { Timeout = TimeSpan.FromHours(_isSettling ? 1 : 0.1) };
        var pending = step.Pending ?? _calls.PendingOf(step, SteppedClock.Start + step.CalledAt);
        var prefix = pending is PendingPayment ? "lotx_" : "lrtx_";
        var known = Steps.Where(other => other != step && other.TransactionId?.StartsWith(prefix, StringComparison.Ordinal) == true)
            .Select(static other => other.TransactionId!)
            .ToList();
        _ = Follow(step, pending is null
            ? _calls.StartAsync(_client, step, options, CancellationToken.None)
            : JourneyCalls.ResumeAsync(_client, step, pending, known, options));
    }

    private async Task Follow(PlayedStep step, Task<(string? Id, bool HasEnded)> call)
    {
        var (client, isResume) = (_clients, step.Calls > 0);
        step.Note(_clock.Elapsed, isResume ? "next call" : "call");
        step.LastCall = ++_count;
        step.FirstCall = step.FirstCall == 0 ? _count : step.FirstCall;
        step.Calls++;
        step.IsRunning = true;
        _agenda.BeginCall();
        try
        {
            var (id, hasEnded) = await call;
            if (client == _clients)
            {
                End(step, hasEnded ? Reported.Applied : Reported.Unknown, id);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            if (client == _clients)
            {
                Fail(step, error, isResume);
            }
        }
    }

    private void Fail(PlayedStep step, Exception error, bool isResume)
    {
        step.Note(_clock.Elapsed, error.Message);
        var (pending, transactionId) = error switch
        {
            LoyaltyOutcomeUnknownException unknown => (unknown.Pending, unknown.TransactionId),
            LoyaltyOperationCanceledException canceled => (canceled.Pending, canceled.TransactionId),
            _ => default,
        };
        step.Pending = pending ?? step.Pending;
        if (CallOutcome.Of(error, isResume) is not { } outcome)
        {
            Violations.Add($"{step.Key} ended with an unexpected {error}");
            outcome = Reported.Unknown;
        }

        End(step, outcome, transactionId);
    }

    private void End(PlayedStep step, Reported outcome, string? transactionId)
    {
        _agenda.EndCalls();
        step.End(outcome, transactionId);
        step.Note(_clock.Elapsed, outcome.ToString());
        Tally.Count($"{(step.Refunded is null ? step.Plan.Kind.ToString() : "Refund")} {outcome}");
        if (_isSettling)
        {
            return;
        }

        if (step is { Known: Reported.Applied, Refunded: null, Plan.Kind: JourneyStepKind.PurchaseAndRefund, TransactionId: not null })
        {
            var refund = new PlayedStep(step.Plan, step);
            Steps.Add(refund);
            _agenda.Schedule(TimeSpan.FromSeconds(1), () => Start(refund));
        }

        if (step is { IsSettled: false, Calls: < 4, Plan.ResumeAfter: { } after })
        {
            _agenda.Schedule(after, () => ResumeLater(step));
        }
    }

    private void ResumeLater(PlayedStep step)
    {
        if (step is { IsSettled: false, IsRunning: false })
        {
            Resume(step);
        }
    }

    // The calls of the old client have no caller any more.
    private void Crash()
    {
        Tally.Count("crash");
        _clients++;
        _client.Dispose();
        _quietUntil = _clock.Elapsed + Window + (2 * Margin);
        foreach (var step in Steps.Where(static step => step.IsRunning))
        {
            _agenda.EndCalls();
            step.End(Reported.Unknown);
        }

        _client = NewClient();
        foreach (var step in Steps.Where(static step => step is { Calls: > 0, IsSettled: false }))
        {
            _agenda.Schedule(TimeSpan.FromSeconds(1), () => ResumeLater(step));
        }
    }

    private void Settle()
    {
        _isSettling = true;
        _client.Dispose();
        Sandbox.Faults = new SandboxFaults();
        _client = NewClient();
        _clock.Pass(Window + Margin);
        foreach (var step in Steps.Where(static step => step is { IsSettled: false, Calls: > 0 }).ToList())
        {
            Resume(step);
            _agenda.RunUntilQuiet(Violations);
        }

        _client.Dispose();
        _clock.Pass(TimeSpan.FromMinutes(10));
    }

    private LoyaltyClient NewClient()
    {
        _clients++;
        HttpMessageHandler handler = Sandbox.CreateHandler();
        handler = _trace is null ? handler : new CardWire(_trace) { InnerHandler = handler };
        return TestClientBuilder.ForSandbox(Sandbox)
            .Configure(Configure)
            .WithHandler(_off == JourneySafeguard.Nothing ? handler : new JourneyDisguise(_off) { InnerHandler = handler })
            .WithSeed(unchecked((Plan.Seed * 16) + _clients))
            .Build();
    }

    private void Configure(LoyaltyClientOptions options)
    {
        options.TimeProvider = _clock;
        options.AttemptTimeout = TimeSpan.FromSeconds(10);
        options.Reconciliation.NoAnswerWindow = _off == JourneySafeguard.Window ? TimeSpan.Zero : Window;
        options.Reconciliation.ServiceErrorWindow = _off == JourneySafeguard.Window ? TimeSpan.Zero : Window;
        options.Reconciliation.OutcomeTimeout = _isSettling ? Timeout.InfiniteTimeSpan : Plan.OutcomeTimeout;
        options.Reconciliation.LookbackMargin = Margin;
        options.Reconciliation.MaxBackgroundLookups = 1_000;
        options.Reconciliation.MaxClaims = _off == JourneySafeguard.Claims ? 0 : null;
        options.Ordering.MaxQueueWait = TimeSpan.FromHours(12);
    }
}
