using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.SimulationTests.Proofs;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// Plays a plan: the real client on the sandbox in memory, on one thread and one clock. Afterwards a client without faults
/// resumes what is still unknown, and enough time passes for everything that is on its way.
/// </summary>
internal sealed class History
{
    private const int MostEvents = 200_000;

    /// <summary>By a real clock, and never waited for unless a promise is broken.</summary>
    private static readonly TimeSpan RealTimeForCancellation = TimeSpan.FromSeconds(30);

    private readonly HistoryPlan _plan;
    private readonly SwitchedOff _off;
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
    private TimeSpan? _restartsAt;
    private bool _isSettling;

    private History(HistoryPlan plan, SwitchedOff off, bool traced)
    {
        _plan = plan;
        _off = off;
        _trace = traced ? new Trace(_clock) : null;
        _caller = new Caller(_trace, off);
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            ApplyLag = plan.ApplyLag,
            Faults = plan.Faults,
            Seed = plan.Seed,
            TokenLifetime = plan.TokenLifetime,
            RepeatedSourceId = plan.RefusesRepeats ? SandboxPolicy.Reject : SandboxPolicy.Accept,
        });
        Sandbox.AddCampaign(Caller.Campaign);
        foreach (var card in plan.Operations.SelectMany(static operation => operation.Cards).Distinct())
        {
            Sandbox.AddCard(card, plan.OpeningPoints, Caller.Campaign);
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

    /// <summary>What broke a promise while the history went on.</summary>
    public List<string> Violations { get; } = [];

    public IReadOnlyList<string> Trace => _trace?.Lines ?? [];

    /// <summary>Plays the history of a seed to its end.</summary>
    public static History Play(int seed, SwitchedOff off = SwitchedOff.Nothing, bool traced = false)
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
            if (events > MostEvents || !_clock.FireNext())
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

        var call = NewCall(operation, isResume: false);
        PlanCancellation(call, operation.Plan.CancelAfter);
        Follow(call, _caller.ChangeAsync(_client, call, Around(operation.Plan, PriorAttempt.None), call.Source.Token));
    }

    private void Resume(SimulatedOperation operation, PriorAttempt prior, TimeSpan timeout)
    {
        var call = NewCall(operation, isResume: true);
        Follow(call, _caller.ResumeAsync(_client, call, Around(operation.Plan, prior), timeout, call.Source.Token));
    }

    private ResumeOptions Around(PlannedOperation plan, PriorAttempt prior) => new()
    {
        Prior = prior,
        OutsideQueue = plan.OutsideQueue,
        SendGuard = !_isSettling && (plan.IsGuarded || prior.MaybeSent) ? _ => new(!_chance.Chance(0.09)) : null,
    };

    private ClientCall NewCall(SimulatedOperation operation, bool isResume)
    {
        var call = new ClientCall(operation, ++_calls, _clients, isResume, _clock.Elapsed) { MayBePaced = _taps[^1].HasPaced };
        operation.Calls.Add(call);
        _openCalls++;
        _trace?.Add($"{(isResume ? "resume" : "call")} {operation.Plan.SourceId} by {operation.Plan.Points} on client {_clients}");
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
            // Not an event that the history waits for: the call may be over long before.
            _clock.After(delay, () => CancelFromOutside(call));
        }
    }

    private void CancelFromOutside(ClientCall call)
    {
        // The cancelled wait for a retry is Polly's, and ends on the thread pool. Nothing else happens until it has ended.
        if (Cancel(call) && call.Task?.Wait(RealTimeForCancellation) == false)
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

        // After a crash nobody hears what the old client says.
        if (call.Client != _clients || call.Abandoned)
        {
            return;
        }

        _openCalls--;
        call.Reported ??= call.Said;
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

        var prior = PriorAttempt.Unknown;
        if (operation.Plan.ResumeKnowsWhen && operation.Calls[0].Client == _clients)
        {
            prior = PriorAttempt.ElapsedSinceSend(_clock.Elapsed - call.EndedAt, _clock.Elapsed - operation.Calls[0].CalledAt);
        }

        Resume(operation, prior, operation.Plan.ResumeTimeout);
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
            Resume(operation, PriorAttempt.Unknown, operation.Plan.ResumeTimeout);
        }
    }

    // Once more under the same faults: most of what is sent again is sent here.
    private void ResumeAll()
    {
        _trace?.Add("resume all");
        foreach (var operation in Operations.Where(static operation => !operation.IsSettled).ToList())
        {
            Resume(operation, PriorAttempt.Unknown, TimeSpan.FromMinutes(10));
        }

        RunUntilQuiet();
    }

    // What is unknown now is settled by a patient caller on a service that behaves, on a machine that was just started.
    private void Settle()
    {
        _trace?.Add("settle");
        _isSettling = true;
        _client.Dispose();
        Sandbox.Faults = null;
        _client = NewClient();
        foreach (var operation in Operations.Where(static operation => !operation.IsSettled).ToList())
        {
            Resume(operation, PriorAttempt.Unknown, TimeSpan.FromHours(2));
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
            _trace?.Add($"journal {entry.Sequence} {entry.TransactionId} {entry.CardCode} {entry.SourceId} {entry.Points} -> {entry.BalanceAfter} at {entry.CommittedAt:O}");
        }
    }

    private void ChangeByOthers(PlannedOperation plan, long points)
    {
        Tally.Count("foreign change");
        Sandbox.Faults = null;
        var options = Sandbox.CreateClientOptions();
        using var other = new LoyaltyClient(options, new HttpClient(new OutboundRequestCheck { InnerHandler = Sandbox.CreateHandler() }), Randomness.Seeded(_plan.Seed), inlineWaits: true);
        other.V1.Members.AdjustBalanceAsync(plan.Card, new AdjustBalanceRequest { Points = points, SourceId = plan.SourceId }).GetAwaiter().GetResult();
        Sandbox.Faults = _plan.Faults;
    }

    private LoyaltyClient NewClient()
    {
        var number = ++_clients;
        var tap = new WireTap(_trace, (card, sourceId) => OnChange(number, card, sourceId), OthersUseUpTheRateUntil) { InnerHandler = NewHandler() };
        _taps.Add(tap);
        HttpMessageHandler handler = new OutboundRequestCheck { InnerHandler = tap };
        if (!_isSettling)
        {
            var tooLong = _plan.AttemptTimeout + TimeSpan.FromSeconds(1);
            handler = new Meddler(_chance, _plan.Faults, tooLong, _clock, OnTry, sourceId => Cancel(_bySourceId[sourceId].Calls[^1])) { InnerHandler = handler };
        }

        var counter = new AttemptCounter(Tally) { InnerHandler = handler };
        _counters.Add(counter);
        return new LoyaltyClient(NewOptions(), new HttpClient(counter), Randomness.Seeded(unchecked((_plan.Seed * 16) + number)), inlineWaits: true);
    }

    // While somebody resumes: a resume that has looked, and may not send, is what other histories do not have.
    private DateTimeOffset? OthersUseUpTheRateUntil() =>
        !_isSettling
        && _plan.OthersUseUpTheRate > 0
        && Operations.Any(static operation => operation.Calls is [.., { IsResume: true, Reported: null }])
        && _chance.Chance(_plan.OthersUseUpTheRate)
            ? _clock.GetUtcNow().AddSeconds(45)
            : null;

    private HttpMessageHandler NewHandler() =>
        _off == SwitchedOff.AmountMatch ? new BlankTransactions { InnerHandler = Sandbox.CreateHandler() } : Sandbox.CreateHandler();

    private LoyaltyClientOptions NewOptions()
    {
        var options = Sandbox.CreateClientOptions();
        options.TimeProvider = new SkewedClock(_clock, _plan.Skew);
        options.AttemptTimeout = _plan.AttemptTimeout;
        options.Retry.MaxServerDelay = _plan.MaxServerDelay;
        options.Reconciliation.BaseDelay = _plan.FirstLookDelay;
        options.Reconciliation.MaxDelay = _plan.MaxLookDelay;
        options.Ordering.SettleDelay = _off == SwitchedOff.Settle ? TimeSpan.Zero : _plan.SettleDelay;
        options.Ordering.MaxQueueWait = _plan.MaxQueueWait;
        options.Reconciliation.NoAnswerWindow = _off == SwitchedOff.Window ? TimeSpan.Zero : _plan.NoAnswerWindow;
        options.Reconciliation.ServiceErrorWindow = _off == SwitchedOff.Window ? TimeSpan.Zero : _plan.ServiceErrorWindow;
        options.Ordering.AfterUnknown = _plan.KeepsCardsOpen ? AfterUnknownOutcome.Continue : AfterUnknownOutcome.CloseCard;
        if (_plan.UsesTokens)
        {
            options.Credentials = LoyaltyCredentials.OAuth(LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken, OAuthScope.Api, OAuthScope.Loyalties);
        }

        if (_isSettling)
        {
            options.Ordering.MaxQueueWait = TimeSpan.FromHours(12);
        }

        return options;
    }

    private void OnTry(string sourceId) => _bySourceId[sourceId].Calls[^1].FirstTriedAt ??= _clock.Elapsed;

    private void OnChange(int client, string card, string sourceId)
    {
        var call = _bySourceId[sourceId].Calls[^1];
        if (client != _clients || _restartsAt is not null)
        {
            Violations.Add($"{sourceId} on {card} was sent by a client that was disposed.");
        }
        else if (call.IsCancelled)
        {
            Violations.Add($"{sourceId} on {card} was sent after it was cancelled.");
        }
        else if (call.Reported is not null)
        {
            Violations.Add($"{sourceId} on {card} was sent after its call had ended.");
        }
    }
}
