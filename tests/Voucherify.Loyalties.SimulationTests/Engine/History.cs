using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// Plays a plan: the real client on the sandbox in memory, on one thread and one clock. Then a client without faults resumes everything
/// that is still unknown, and enough time passes for every request that is on its way.
/// </summary>
internal sealed partial class History
{
    private readonly HistoryPlan _plan;
    private readonly DisabledSafeguard _off;
    private readonly VirtualClock _clock = new();
    private readonly Agenda _agenda;
    private readonly Trace? _trace;
    private readonly Caller _caller;
    private readonly List<WireTap> _taps = [];
    private readonly List<AttemptCounter> _counters = [];
    private readonly Dice _chance;
    private LoyaltyClient _client;
    private int _clients;
    private int _calls;
    private TimeSpan _crashedAt;
    private TimeSpan? _restartsAt;
    private bool _isSettling;

    private History(HistoryPlan plan, DisabledSafeguard off, bool traced)
    {
        _plan = plan;
        _off = off;
        _agenda = new Agenda(_clock);
        _trace = traced ? new Trace(_clock) : null;
        _caller = new Caller(_trace, off, NewForgetfulClient);
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            ApplyLag = plan.ApplyLag,
            ListLag = plan.ListLag,
            Faults = plan.Faults,
            Seed = plan.Seed,
            TokenLifetime = plan.TokenLifetime,
            V1 = new SandboxV1Options
            {
                RepeatedSourceId = plan.RefusesRepeats ? SandboxPolicy.Reject : SandboxPolicy.Accept,
                RemovalBeyondBalance = plan.TakesTheRest ? SandboxPolicy.Accept : SandboxPolicy.Reject,
            },
        });
        Sandbox.V1.AddCampaign(Caller.Campaign);
        foreach (var card in plan.Operations.SelectMany(static operation => operation.Cards).Distinct())
        {
            Sandbox.V1.AddCard(card, plan.OpeningPoints, Caller.Campaign);
        }

        _chance = new Dice(~plan.Seed);
        Operations = [.. plan.Operations.Select(static operation => new SimulatedOperation(operation))];
        _client = NewClient();
    }

    public LoyaltySandbox Sandbox { get; }

    public HistoryPlan Plan => _plan;

    public IReadOnlyList<SimulatedOperation> Operations { get; }

    public Tally Tally { get; } = new();

    /// <summary>Promises that were broken while the history was played.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The cards that were opened by hand, and when.</summary>
    public List<(string Card, TimeSpan At)> Reopened { get; } = [];

    public IReadOnlyList<string> Trace => _trace?.Lines ?? [];

    /// <summary>Plays the history of a seed to its end.</summary>
    public static History Play(int seed, DisabledSafeguard off = DisabledSafeguard.Nothing, bool traced = false)
    {
        var history = new History(new HistoryPlan(seed), off, traced);
        history.PlayPlan();
        history.ResumeAll();
        history.Settle();
        return history;
    }

    private void PlayPlan()
    {
        if (_plan.CrashAt is { } crashAt)
        {
            _agenda.Schedule(crashAt, Crash);
        }

        foreach (var operation in Operations)
        {
            _agenda.Schedule(operation.Plan.StartsAt, () => Start(operation));
        }

        _agenda.RunUntilQuiet(Violations);
    }

    private void Start(SimulatedOperation operation)
    {
        if (_restartsAt is { } restart)
        {
            _agenda.Schedule(restart - _clock.Elapsed, () => Start(operation));
            return;
        }

        if (operation.Plan.ForeignPoints is { } points)
        {
            ChangeByOthers(operation.Plan, points);
        }

        foreach (var click in operation.Plan.Clicks)
        {
            _agenda.Schedule(click.After, () => Click(operation, click));
        }

        if (operation.Plan.StartsAsResume)
        {
            Resume(operation, PriorAttempt.Unknown, operation.Plan.ResumeTimeout);
            return;
        }

        if (operation.Plan is { IsOnce: true, StartsPlain: false })
        {
            CallOnce(operation, PriorAttempt.None, operation.Plan.Timeout, operation.Plan.CancelAfter);
            return;
        }

        var call = NewCall(operation, operation.Plan.Timeout, CallKind.Plain);
        PlanCancellation(call, operation.Plan.CancelAfter);
        Follow(call, _caller.ChangeAsync(_client, call, Around(operation.Plan, PriorAttempt.None), call.Source.Token));
    }

    private void Resume(SimulatedOperation operation, PriorAttempt prior, TimeSpan timeout)
    {
        if (operation.Plan.IsOnce && (!operation.Plan.EndsWithResume || operation.IsUnderWayOn(_clients)))
        {
            CallOnce(operation, prior, timeout, cancelAfter: null);
            return;
        }

        var call = NewCall(operation, timeout, CallKind.Resume);
        Follow(call, _caller.ResumeAsync(_client, call, Around(operation.Plan, prior), timeout, call.Source.Token));
    }

    private ResumeOptions Around(PlannedOperation plan, PriorAttempt prior) => new()
    {
        Prior = prior,
        OutsideQueue = plan.OutsideQueue,
        SendGuard = !_isSettling && (plan.IsGuarded || prior.MaybeSent) ? _ => new(!_chance.Chance(0.09)) : null,
    };

    private ClientCall NewCall(SimulatedOperation operation, TimeSpan timeout, CallKind kind, bool isIntruder = false)
    {
        var call = new ClientCall(operation, ++_calls, _clients, kind, _clock.Elapsed)
        {
            MayBePaced = _taps[^1].HasPaced,
            Timeout = timeout,
            HasJoined = kind == CallKind.Once && operation.IsUnderWayOn(_clients),
            Decides = _isSettling,
        };
        (isIntruder ? operation.Intruders : operation.Calls).Add(call);
        _agenda.BeginCall();
        _trace?.Add(
            $"{kind} {operation.Plan.SourceId} of {string.Join(" and ", operation.Plan.Cards)} "
            + $"by {operation.Plan.Points} on client {_clients}");
        return call;
    }

    private void Follow(ClientCall call, Task task) => call.Task = FollowAsync(call, task);

    private async Task FollowAsync(ClientCall call, Task task)
    {
        try
        {
            await task;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Violations.Add($"{call.Operation.Plan.SourceId} ended with an unexpected {error}");
        }

        // After a crash, the old client has no caller.
        if (call.Client != _clients || call.Abandoned)
        {
            return;
        }

        _agenda.EndCalls();
        call.Reported ??= call.Result;
        if (call.WasHeldBack)
        {
            _counters[^1].CountHeldBack(call.Operation.Plan.SourceId, call.IsResume);
        }

        call.EndedAt = _clock.Elapsed;
        Tally.Count($"call {call.Reported}");
        if (call.Recovered)
        {
            Tally.Count("call recovered");
        }

        if (!_isSettling && !call.Operation.Intruders.Contains(call))
        {
            PlanWhatFollows(call, call.Operation.Plan);
        }
    }

    private void PlanWhatFollows(ClientCall call, PlannedOperation plan)
    {
        PlanVerdict(call, plan);
        if (call.Reported == Reported.Unknown && plan.ReopenAfter is { } reopenAfter)
        {
            _agenda.Schedule(reopenAfter, () => Reopen(plan.Card));
        }

        if (!call.Operation.IsSettled && plan.ResumeAfter is { } after && call.Operation.Calls.Count < 4 + plan.Clicks.Count)
        {
            _agenda.Schedule(after, () => ResumeLater(call));
        }
    }

    private void ResumeLater(ClientCall call)
    {
        var operation = call.Operation;
        if (operation.Calls[^1] != call || call.Client != _clients || _restartsAt is not null)
        {
            return;
        }

        Resume(operation, PriorOf(operation), operation.Plan.ResumeTimeout);
    }

    // Some callers have written down when they called. What was running when the client crashed was sent then at the latest. What is under
    // way in this client, the client knows itself.
    private PriorAttempt PriorOf(SimulatedOperation operation)
    {
        var lastSend = operation.Calls
            .Where(call => call.Reported is not null || call.Abandoned)
            .Select(call => call.Reported is null ? _crashedAt : call.EndedAt)
            .DefaultIfEmpty(_clock.Elapsed)
            .Max();
        return operation.Plan.ResumeKnowsWhen
            ? PriorAttempt.ElapsedSinceSend(_clock.Elapsed - lastSend, _clock.Elapsed - operation.Calls[0].CalledAt)
            : PriorAttempt.Unknown;
    }

    private void Crash()
    {
        _trace?.Add("crash");
        Tally.Count("crash");
        var calls = Operations.SelectMany(static operation => operation.Calls.Concat(operation.Intruders));
        foreach (var call in calls.Where(static call => call.Reported is null))
        {
            call.Abandoned = true;
            _agenda.EndCalls();
        }

        _agenda.EndCalls(_openVerdicts.Count);
        _openVerdicts.Clear();

        _client.Dispose();
        _crashedAt = _clock.Elapsed;
        _restartsAt = _clock.Elapsed + _plan.Downtime;
        _agenda.Schedule(_plan.Downtime, Restart);
    }

    private void Restart()
    {
        _trace?.Add("restart");
        _restartsAt = null;
        _client = NewClient();
        foreach (var operation in Operations.Where(static operation => operation.Calls.Count > 0 && !operation.IsSettled))
        {
            Resume(operation, PriorOf(operation), operation.Plan.ResumeTimeout);
        }
    }

    // Resumes under the same faults. Most requests that are sent again are sent here.
    private void ResumeAll()
    {
        _trace?.Add("resume all");
        foreach (var operation in Operations.Where(static operation => !operation.IsSettled).ToList())
        {
            Resume(operation, PriorOf(operation), TimeSpan.FromMinutes(10));
        }

        _agenda.RunUntilQuiet(Violations);
        if (_plan.OutlivesWindows)
        {
            // A search in the background goes on for an hour after the window, if all its lookups fail, and what is unknown is remembered
            // for a day.
            _clock.Pass(TimeSpan.FromHours(26));
            CheckMemory();
        }
    }

    // A patient caller, a service without faults and a machine that was just started settle everything that is still unknown.
    private void Settle()
    {
        _trace?.Add("settle");
        _isSettling = true;
        _client.Dispose();
        Sandbox.Faults = new SandboxFaults();

        // The new client does not know what the one before has just sent.
        _clock.Pass(_plan.SettleDelay);
        _client = NewClient();
        foreach (var operation in Operations.Where(static operation => !operation.IsSettled).ToList())
        {
            Resume(operation, PriorOf(operation), TimeSpan.FromHours(2));
        }

        _agenda.RunUntilQuiet(Violations);
        _clock.Pass(3 * (_plan.NoAnswerWindow + _plan.LookbackMargin + TimeSpan.FromMinutes(1)));
        CheckMemory();
        _client.Dispose();
        _counters.ForEach(static counter => counter.Finish());

        foreach (var (fault, times) in _plan.Faults.Counts)
        {
            Tally.Count(Tally.Of(fault), times);
        }

        foreach (var entry in Sandbox.Journal)
        {
            _trace?.Add(
                $"journal {entry.Sequence} {entry.TransactionId} {entry.CardCode} {entry.SourceId} {entry.Points} -> {entry.BalanceAfter} "
                + $"at {entry.CommittedAt:O}");
        }
    }

    private void ChangeByOthers(PlannedOperation plan, long points)
    {
        Tally.Count("foreign change");
        Sandbox.Faults = new SandboxFaults();
        using var other = TestClientBuilder.ForSandbox(Sandbox).WithHandler(Sandbox.CreateHandler()).WithSeed(_plan.Seed).Build();
        other.V1.Members.AdjustBalanceAsync(plan.Card, new AdjustBalanceRequest { Points = points, SourceId = plan.SourceId })
            .GetAwaiter()
            .GetResult();
        Sandbox.Faults = _plan.Faults;
    }
}
