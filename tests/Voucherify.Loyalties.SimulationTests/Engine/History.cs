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
    private const int MaxEvents = 200_000;

    /// <summary>How long a cancelled call may take to end, by a real clock. A call reaches it only if a promise is broken.</summary>
    private static readonly TimeSpan CancellationLimit = TimeSpan.FromSeconds(30);

    private readonly HistoryPlan _plan;
    private readonly DisabledSafeguard _off;
    private readonly VirtualClock _clock = new();
    private readonly Trace? _trace;
    private readonly Caller _caller;
    private readonly List<WireTap> _taps = [];
    private readonly List<AttemptCounter> _counters = [];
    private readonly Dice _chance;
    private readonly Dictionary<string, SimulatedOperation> _bySourceId;
    private LoyaltyClient _client;
    private int _clients;
    private int _calls;
    private int _openCalls;
    private int _planned;
    private TimeSpan _crashedAt;
    private TimeSpan? _restartsAt;
    private bool _isSettling;

    private History(HistoryPlan plan, DisabledSafeguard off, bool traced)
    {
        _plan = plan;
        _off = off;
        _trace = traced ? new Trace(_clock) : null;
        _caller = new Caller(_trace, off, () => ForSandbox().WithHandler(NewHandler()).WithSeed(plan.Seed).Build());
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
        _bySourceId = Operations.ToDictionary(static operation => operation.Plan.SourceId);
        _client = NewClient();
    }

    public LoyaltySandbox Sandbox { get; }

    public HistoryPlan Plan => _plan;

    public IReadOnlyList<SimulatedOperation> Operations { get; }

    public Tally Tally { get; } = new();

    /// <summary>Promises that were broken while the history was played.</summary>
    public List<string> Violations { get; } = [];

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
            Schedule(crashAt, Crash);
        }

        foreach (var operation in Operations)
        {
            Schedule(operation.Plan.StartsAt, () => Start(operation));
        }

        RunUntilQuiet();
    }

    private void Schedule(TimeSpan delay, Action action)
    {
        _planned++;
        _clock.After(delay, () =>
        {
            _planned--;
            action();
        });
    }

    private void RunUntilQuiet()
    {
        for (var events = 0; _planned + _openCalls > 0; events++)
        {
            if (events > MaxEvents || !_clock.FireNext())
            {
                Violations.Add($"{_openCalls} call(s) never ended.");
                return;
            }
        }
    }

    private void Start(SimulatedOperation operation)
    {
        if (_restartsAt is { } restart)
        {
            Schedule(restart - _clock.Elapsed, () => Start(operation));
            return;
        }

        if (operation.Plan.ForeignPoints is { } points)
        {
            ChangeByOthers(operation.Plan, points);
        }

        if (operation.Plan.StartsAsResume)
        {
            Resume(operation, PriorAttempt.Unknown, operation.Plan.ResumeTimeout);
            return;
        }

        var call = NewCall(operation, operation.Plan.Timeout, isResume: false);
        PlanCancellation(call, operation.Plan.CancelAfter);
        Follow(call, _caller.ChangeAsync(_client, call, Around(operation.Plan, PriorAttempt.None), call.Source.Token));
    }

    private void Resume(SimulatedOperation operation, PriorAttempt prior, TimeSpan timeout)
    {
        var call = NewCall(operation, timeout, isResume: true);
        Follow(call, _caller.ResumeAsync(_client, call, Around(operation.Plan, prior), timeout, call.Source.Token));
    }

    private ResumeOptions Around(PlannedOperation plan, PriorAttempt prior) => new()
    {
        Prior = prior,
        OutsideQueue = plan.OutsideQueue,
        SendGuard = !_isSettling && (plan.IsGuarded || prior.MaybeSent) ? _ => new(!_chance.Chance(0.09)) : null,
    };

    private ClientCall NewCall(SimulatedOperation operation, TimeSpan timeout, bool isResume)
    {
        var call = new ClientCall(operation, ++_calls, _clients, isResume, _clock.Elapsed)
        {
            MayBePaced = _taps[^1].HasPaced,
            Timeout = timeout,
        };
        operation.Calls.Add(call);
        _openCalls++;
        _trace?.Add(
            $"{(isResume ? "resume" : "call")} {operation.Plan.SourceId} of {string.Join(" and ", operation.Plan.Cards)} "
            + $"by {operation.Plan.Points} on client {_clients}");
        return call;
    }

    private void PlanCancellation(ClientCall call, TimeSpan? after)
    {
        if (after == TimeSpan.Zero)
        {
            Cancel(call);
        }
        else if (after is { } delay)
        {
            // The history does not wait for this event: the call may have ended long before.
            _clock.After(delay, () => CancelFromOutside(call));
        }
    }

    private void CancelFromOutside(ClientCall call)
    {
        // The cancelled wait for a retry is Polly's, and ends on the thread pool. Nothing else happens until it has ended.
        if (Cancel(call) && call.Task?.Wait(_off == DisabledSafeguard.CardQueues ? TimeSpan.Zero : CancellationLimit) == false)
        {
            Violations.Add($"{call.Operation.Plan.SourceId} did not end when it was cancelled.");
        }
    }

    private bool Cancel(ClientCall call)
    {
        if (call.Reported is not null || call.Client != _clients)
        {
            return false;
        }

        _trace?.Add($"cancel {call.Operation.Plan.SourceId}");
        call.IsCancelled = true;
        call.Source.Cancel();
        return true;
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

        _openCalls--;
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

        if (!call.Operation.IsSettled && call.Operation.Plan.ResumeAfter is { } after && call.Operation.Calls.Count < 4 && !_isSettling)
        {
            Schedule(after, () => ResumeLater(call));
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

    // Some callers have written down when they called. What was running when the client crashed was sent then at the latest.
    private PriorAttempt PriorOf(SimulatedOperation operation)
    {
        var lastSend = operation.Calls[^1] is { Reported: not null } ended ? ended.EndedAt : _crashedAt;
        return operation.Plan.ResumeKnowsWhen
            ? PriorAttempt.ElapsedSinceSend(_clock.Elapsed - lastSend, _clock.Elapsed - operation.Calls[0].CalledAt)
            : PriorAttempt.Unknown;
    }

    private void Crash()
    {
        _trace?.Add("crash");
        Tally.Count("crash");
        foreach (var call in Operations.SelectMany(static operation => operation.Calls).Where(static call => call.Reported is null))
        {
            call.Abandoned = true;
            _openCalls--;
        }

        _client.Dispose();
        _crashedAt = _clock.Elapsed;
        _restartsAt = _clock.Elapsed + _plan.Downtime;
        Schedule(_plan.Downtime, Restart);
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

        RunUntilQuiet();
    }

    // A patient caller, a service without faults and a machine that was just started settle everything that is still unknown.
    private void Settle()
    {
        _trace?.Add("settle");
        _isSettling = true;
        _client.Dispose();
        Sandbox.Faults = null;

        // The new client does not know what the one before has just sent.
        _clock.Pass(_plan.SettleDelay);
        _client = NewClient();
        foreach (var operation in Operations.Where(static operation => !operation.IsSettled).ToList())
        {
            Resume(operation, PriorOf(operation), TimeSpan.FromHours(2));
        }

        RunUntilQuiet();
        _client.Dispose();
        _clock.Pass(_plan.NoAnswerWindow + TimeSpan.FromMinutes(1));
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
        Sandbox.Faults = null;
        using var other = TestClientBuilder.ForSandbox(Sandbox).WithHandler(Sandbox.CreateHandler()).WithSeed(_plan.Seed).Build();
        other.V1.Members.AdjustBalanceAsync(plan.Card, new AdjustBalanceRequest { Points = points, SourceId = plan.SourceId })
            .GetAwaiter()
            .GetResult();
        Sandbox.Faults = _plan.Faults;
    }
}
