using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The call that credits once, with all its callers; verdicts on unknown outcomes; cards that are opened by hand.</summary>
internal sealed partial class History
{
    private readonly HashSet<Verdict> _openVerdicts = [];

    private void CallOnce(SimulatedOperation operation, PriorAttempt prior, TimeSpan timeout, TimeSpan? cancelAfter)
    {
        var client = ClientFor(operation);
        var call = NewCall(operation, timeout, CallKind.Once);
        PlanCancellation(call, cancelAfter);
        Follow(call, _caller.OnceAsync(client, call, RequestOf(operation.Plan), prior, call.Source.Token));
    }

    private void Click(SimulatedOperation operation, PlannedClick click)
    {
        if (_restartsAt is { } restart)
        {
            _agenda.Schedule(restart - _clock.Elapsed, () => Click(operation, click));
        }
        else if (IsIntruder(operation, click.Kind))
        {
            Intrude(operation, click);
        }
        else
        {
            CallOnce(operation, PriorOfClick(operation), click.Timeout, click.CancelAfter);
        }
    }

    // What another process has sent before it crashed, this client does not know. And an id that it has forgotten is not recognized in
    // another form, unless the caller says that it may have been sent.
    private PriorAttempt PriorOfClick(SimulatedOperation operation) =>
        operation.Calls.Exists(call => call.Client != _clients)
        || (_plan.Kinds.ContainsKey(SandboxFault.AlteredSourceId) && operation.Calls.Exists(static call => call.Reported is not null))
            ? PriorOf(operation)
            : PriorAttempt.None;

    private bool IsIntruder(SimulatedOperation operation, ClickKind kind) => kind switch
    {
        ClickKind.Once => false,
        ClickKind.OtherPoints => operation.IsUnderWayOn(_clients) || IsRemembered(operation),
        _ => operation.IsUnderWayOn(_clients),
    };

    private bool IsRemembered(SimulatedOperation operation) =>
        operation.AppliedAt(_clients, _clock.Elapsed) is { } appliedAt && _clock.Elapsed - appliedAt <= _plan.NoAnswerWindow;

    private void Intrude(SimulatedOperation operation, PlannedClick click)
    {
        var plan = operation.Plan;
        var call = NewCall(operation, click.Timeout, CallKind.Plain, isIntruder: true);
        Tally.Count($"intruder {click.Kind}");
        var request = RequestOf(plan);
        Follow(call, click.Kind switch
        {
            ClickKind.Plain => _caller.ChangeAsync(_client, call, Around(plan, PriorAttempt.None), call.Source.Token),
            ClickKind.Resume => _caller.ResumeAsync(_client, call, Around(plan, PriorAttempt.Unknown), click.Timeout, call.Source.Token),
            _ => _caller.OnceAsync(
                _client, call, request with { Points = request.Points + 1_000 }, PriorAttempt.None, call.Source.Token),
        });
    }

    private static AdjustBalanceRequest RequestOf(PlannedOperation plan) => new() { Points = plan.Points, SourceId = plan.SourceId };

    /// <summary>Returns the client for a call that credits once: another one, without memory, if that is the safeguard.</summary>
    private LoyaltyClient ClientFor(SimulatedOperation operation)
    {
        var forgets = _off switch
        {
            DisabledSafeguard.AppliedMemory => operation.AppliedAt(_clients, _clock.Elapsed) is not null,
            DisabledSafeguard.PlainMemory => operation is { Plan.StartsPlain: true, Known: Reported.Applied },
            DisabledSafeguard.Joining => operation.IsUnderWayOn(_clients),
            DisabledSafeguard.EvictionFloor =>
                _plan.MaxRememberedSends is not null && operation.Calls.Exists(static call => call.Reported == Reported.Unknown),
            DisabledSafeguard.ReopenMemory => Reopened.Exists(reopened => reopened.Card == operation.Plan.Card),
            _ => false,
        };
        return forgets && !_isSettling ? NewForgetfulClient() : _client;
    }

    private LoyaltyClient NewForgetfulClient() => ForSandbox().WithHandler(NewHandler()).WithSeed(_plan.Seed).Build();

    // Those who have joined the same call as this one send too, instead of waiting for it.
    private void SendForOthers(ClientCall call)
    {
        var plan = call.Operation.Plan;
        foreach (var other in call.Operation.Calls.Where(other => other != call && other is { HasJoined: true, Reported: null }))
        {
            _agenda.Schedule(TimeSpan.Zero, () => _ = SendBlindlyAsync(plan));
        }
    }

    private async Task SendBlindlyAsync(PlannedOperation plan)
    {
        using var client = NewForgetfulClient();
        try
        {
            await client.V1.Members.ResumeAdjustmentAsync(plan.Card, RequestOf(plan), Caller.Blind);
        }
        catch (LoyaltyException)
        {
            // It is not a caller of the history.
        }
    }

    private void Reopen(string card)
    {
        if (_restartsAt is null)
        {
            _trace?.Add($"reopen {card}");
            Tally.Count("reopen");
            Reopened.Add((card, _clock.Elapsed));
            _client.V1.Members.Reopen(card);
        }
    }

    private void PlanVerdict(ClientCall call, PlannedOperation plan)
    {
        if (call.FollowOutcome is not { } follow || plan.VerdictAfter is not { } after)
        {
            return;
        }

        if (_off == DisabledSafeguard.LateVerdict)
        {
            // The caller gets what was said earlier, whatever has happened since.
            var early = follow(CancellationToken.None);
            call.FollowOutcome = token => early.IsCompleted ? early : follow(token);
        }

        _agenda.Schedule(after, () => ReadVerdict(call, plan));
    }

    private void ReadVerdict(ClientCall call, PlannedOperation plan)
    {
        if (call.Client != _clients || _restartsAt is not null)
        {
            return;
        }

        var verdict = new Verdict(call);
        _agenda.BeginCall();
        _openVerdicts.Add(verdict);
        verdict.Task = ReadAsync(verdict);
        if (plan.VerdictCancelAfter is { } cancelAfter)
        {
            _clock.After(cancelAfter, () => Cancel(verdict));
        }
    }

    private async Task ReadAsync(Verdict verdict)
    {
        var operation = verdict.Call.Operation;
        try
        {
            var outcome = await verdict.Call.FollowOutcome!(verdict.Source.Token);
            verdict.Kind = outcome.Kind;
            verdict.Balance = outcome.Result is { Recovered: true } result ? result.Balance : null;
        }
        catch (OperationCanceledException) when (verdict.IsCancelled)
        {
            // Only this wait has ended.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Violations.Add($"{operation.Plan.SourceId}: the wait for the outcome ended with an unexpected {error}");
        }

        // After a crash, nothing is waiting.
        if (!_openVerdicts.Remove(verdict))
        {
            return;
        }

        _agenda.EndCalls();
        (verdict.At, verdict.Sends) = (_clock.Elapsed, operation.Sends);
        operation.Verdicts.Add(verdict);
        Tally.Count($"verdict {verdict.Kind?.ToString() ?? "cancelled"}");
        _trace?.Add($"verdict on {operation.Plan.SourceId}: {verdict.Kind} {verdict.Balance}");
        if (verdict.Kind == WriteOutcomeKind.NotApplied && operation.Plan.IsOnce && !_isSettling)
        {
            CallOnce(operation, PriorAttempt.None, operation.Plan.ResumeTimeout, cancelAfter: null);
        }
    }

    // Everything is settled, and all windows are over.
    private void CheckMemory()
    {
        var writes = _client.Parts.Context.Reconciliation.Writes;
        var counts = (writes.Unsettled.Count, writes.Sends.Count, writes.Adjustments.Count, _client.Parts.Sequencer.Count);
        if (counts != (0, 0, 0, 0))
        {
            Violations.Add($"Client {_clients} still remembers {counts}: writes, sends, adjustments, cards.");
        }
    }
}
