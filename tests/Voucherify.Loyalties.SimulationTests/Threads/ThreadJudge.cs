using System.Collections.Concurrent;
using System.Diagnostics;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>
/// Makes calls from many threads on one client and the sandbox in memory. The threads decide the order of events, and the seed decides
/// the rest.
/// </summary>
internal sealed partial class ThreadJudge : IDisposable
{
    private const int MaxCallsAtOnce = 4;

    /// <summary>How many unknown outcomes a thread leaves alone.</summary>
    private const int MaxUnknown = 4;

    /// <summary>How often the clock's thread finds nothing new before it takes the threads for waiting and moves the clock.</summary>
    private const int Patience = 200;

    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(10);

    private readonly ThreadPlan _plan;
    private readonly DisabledSafeguard _off;
    private bool _playsOnce;
    private readonly JudgeClock _clock = new();
    private readonly LoyaltySandbox _sandbox;
    private readonly ThreadTap _tap;
    private readonly ConcurrentDictionary<string, ThreadOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<CancellationTokenSource> _toCancel = new();
    private readonly ConcurrentDictionary<string, long> _tally = new(StringComparer.Ordinal);
    private LoyaltyClient _client;
    private long _number;
    private long _calls;
    private long _ended;
    private bool _isSettling;
    private volatile bool _isOver;

    private ThreadJudge(ThreadPlan plan, DisabledSafeguard off)
    {
        _plan = plan;
        _off = off;
        _sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            ListLag = ThreadPlan.ListLag,
            Faults = plan.Faults,
            Seed = plan.Seed,
        });
        _sandbox.V1.AddCampaign(Caller.Campaign);
        foreach (var card in plan.Cards)
        {
            _sandbox.V1.AddCard(card, ThreadPlan.OpeningPoints, Caller.Campaign);
        }

        _tap = new ThreadTap(_clock, _operations, _violations.Enqueue) { InnerHandler = _sandbox.CreateHandler() };
        _client = NewClient();
    }

    public LoyaltySandbox Sandbox => _sandbox;

    public IReadOnlyCollection<ThreadOperation> Operations => (IReadOnlyCollection<ThreadOperation>)_operations.Values;

    public IReadOnlyList<string> Cards => _plan.Cards;

    /// <summary>Promises that were broken while the threads ran.</summary>
    public IEnumerable<string> Violations => _violations;

    /// <summary>How often each event happened.</summary>
    public IEnumerable<KeyValuePair<string, long>> Tally => _tally.OrderBy(static pair => pair.Key, StringComparer.Ordinal);

    public long Calls => _calls;

    public double CallsPerSecond { get; private set; }

    /// <summary>Makes that many calls, and settles what is unknown.</summary>
    public static ThreadJudge Run(int seed, long calls, DisabledSafeguard off = DisabledSafeguard.Nothing, bool playsOnce = true)
    {
        var judge = new ThreadJudge(new ThreadPlan(seed, playsOnce), off) { _playsOnce = playsOnce };
        var clock = new Thread(judge.RunClock);
        clock.Start();
        var watch = Stopwatch.StartNew();
        judge.RunThreads(calls);
        judge.CallsPerSecond = judge._calls / watch.Elapsed.TotalSeconds;
        judge.Settle();
        judge._isOver = true;
        clock.Join();
        judge._clock.Advance(TimeSpan.FromMinutes(1));
        judge.CheckMemory();
        return judge;
    }

    public void Dispose()
    {
        _client.Dispose();
        _tap.Dispose();
    }

    private LoyaltyClient NewClient()
    {
        var options = _sandbox.CreateClientOptions();
        ThreadPlan.Configure(options);
        options.Reconciliation.Enabled = _isSettling || _plan.SettlesItself;
        if (_isSettling)
        {
            options.Ordering.MaxQueueWait = TimeSpan.FromHours(12);
            options.Reconciliation.OutcomeTimeout = Timeout.InfiniteTimeSpan;
        }

        if (_off == DisabledSafeguard.Window)
        {
            options.Reconciliation.NoAnswerWindow = options.Reconciliation.ServiceErrorWindow = TimeSpan.Zero;
        }

        return new LoyaltyClient(
            options,
            new HttpTransport(new HttpClient(new OutboundRequestCheck { InnerHandler = _tap }, disposeHandler: false), options),
            Randomness.Shared);
    }

    private void RunThreads(long calls)
    {
        var threads = Enumerable.Range(0, ThreadPlan.Threads).Select(number => new Thread(() => Work(number, calls))).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
    }

    private void Work(int thread, long calls)
    {
        var dice = new Dice((_plan.Seed * 64L) + thread);
        var operations = 0;
        List<ThreadOperation> unknown = [];
        while (Interlocked.Read(ref _calls) < calls)
        {
            var running = new List<Task>();
            if (unknown.Count >= MaxUnknown)
            {
                running.AddRange(unknown.Select(operation => ResumeAsync(operation, TimeSpan.FromSeconds(5))));
            }

            for (var i = dice.From(1, MaxCallsAtOnce); i > 0; i--)
            {
                var operation = new ThreadOperation(PlanOperation(dice, thread, ++operations));
                _operations[operation.Plan.SourceId] = operation;
                unknown.Add(operation);
                running.Add(CallAsync(operation, dice));
                running.AddRange(ClickAsync(operation, dice));
            }

            CancelSome(dice);
            Task.WaitAll([.. running]);
            unknown.RemoveAll(static operation => operation.IsSettled);
        }

        CancelSome(dice);
    }

    // A caller resumes at once, or when it has a few unknown outcomes. The last ones are settled in the end.
    private Task CallAsync(ThreadOperation operation, Dice dice)
    {
        var resumes = dice.From(0, 2);
        var cancellation = dice.Chance(0.08) ? new ThreadCancellation(dice.OneOf(Enum.GetValues<CancellationMoment>())) : null;
        var timeout = dice.OneOf(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(5));
        var isPlain = !operation.Plan.IsOnce || operation.Plan.StartsPlain;
        operation.CalledAt = Interlocked.Increment(ref _number);
        operation.FirstCallAt = _clock.Elapsed;
        var call = SendAsync(operation, isPlain ? CallKind.Plain : CallKind.Once, PriorAttempt.None, timeout, cancellation);
        operation.EnteredAt = Interlocked.Increment(ref _number);
        return FinishAsync();

        async Task FinishAsync()
        {
            await call;
            for (var i = 0; i < resumes && !operation.IsSettled; i++)
            {
                await ResumeAsync(operation, TimeSpan.FromSeconds(5));
            }
        }
    }

    private async Task ResumeAsync(ThreadOperation operation, TimeSpan timeout)
    {
        Count("resume");
        var now = _clock.Elapsed;
        var kind = operation.Plan.IsOnce ? CallKind.Once : CallKind.Resume;
        var prior = kind == CallKind.Once && !_isSettling
            ? PriorAttempt.None
            : PriorAttempt.ElapsedSinceSend(now - operation.EndedAt, now - operation.FirstCallAt);
        var call = SendAsync(operation, kind, prior, timeout, cancellation: null);
        operation.EnteredAt = Interlocked.Increment(ref _number);
        await call;
    }

    private async Task SendAsync(
        ThreadOperation operation, CallKind kind, PriorAttempt prior, TimeSpan timeout, ThreadCancellation? cancellation)
    {
        Interlocked.Increment(ref _calls);
        Prepare(operation, cancellation);
        Reported outcome;
        long? balance = null;
        Func<CancellationToken, Task<WriteOutcome>>? follow = null;
        try
        {
            var result = await SendAsync(operation, kind, prior, timeout, cancellation?.Source.Token ?? CancellationToken.None);
            outcome = Reported.Applied;
            balance = result.Balance;
            Count(result.Recovered ? "recovered" : "not recovered");
        }
        catch (Exception error) when (CallOutcome.Of(error, kind == CallKind.Resume) is { } reported)
        {
            outcome = reported;
            follow = CallOutcome.FollowerOf(error);
            operation.Note(_clock.Elapsed, error.GetType().Name);
            if (error is OperationCanceledException && cancellation?.Source.IsCancellationRequested != true)
            {
                _violations.Enqueue($"{operation} was told that it was cancelled, though its caller did not cancel.");
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            outcome = Reported.Unknown;
            _violations.Enqueue($"{operation} ended with an unexpected {error}");
        }

        var ended = _clock.Elapsed;
        operation.Note(ended, outcome.ToString());
        operation.End(outcome, balance, decides: _isSettling, ended);
        Count($"call {outcome}");
        Interlocked.Increment(ref _ended);
        if (follow is not null)
        {
            await AskAsync(operation, follow);
        }
    }

    private void Prepare(ThreadOperation operation, ThreadCancellation? cancellation)
    {
        operation.BeganAt ??= _clock.Elapsed;
        operation.Note(_clock.Elapsed, "call");
        operation.Begin();
        operation.Cancellation = cancellation;
        operation.WasCancelledBefore = cancellation is { When: CancellationMoment.Before } && !operation.Plan.IsOnce;
        if (cancellation is null)
        {
            return;
        }

        Count($"cancellation {cancellation.When}");
        if (cancellation.When == CancellationMoment.Before)
        {
            cancellation.Source.Cancel();
        }
        else if (cancellation.When == CancellationMoment.AnyTime)
        {
            _toCancel.Enqueue(cancellation.Source);
        }
    }

    private async Task<BalanceResult> SendAsync(
        ThreadOperation operation, CallKind kind, PriorAttempt prior, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var plan = operation.Plan;
        var options = new RequestOptions { Timeout = timeout };
        var resume = new ResumeOptions { Prior = prior, OutsideQueue = _off == DisabledSafeguard.Sequencer };
        var isPlain = !prior.MaybeSent && !resume.OutsideQueue;
        if (plan.Receiver is { } receiver)
        {
            _ = isPlain
                ? await _client.V1.Members.TransferPointsAsync(receiver, Caller.Campaign, plan.Items, options, cancellationToken)
                : await _client.V1.Members.ResumeTransferAsync(receiver, Caller.Campaign, plan.Items, resume, options, cancellationToken);
            return new BalanceResult();
        }

        var request = new AdjustBalanceRequest { Points = plan.Points, SourceId = plan.SourceId };
        if (kind == CallKind.Once)
        {
            var sinceFirstCall = _clock.Elapsed - operation.BeganAt!.Value;
            var once = new AdjustOnceOptions { Prior = prior, LookBack = sinceFirstCall + ThreadPlan.LookBack };
            return await _client.V1.Members.AdjustBalanceOnceAsync(
                plan.Card, request, once, options: options, cancellationToken: cancellationToken);
        }

        return isPlain
            ? await _client.V1.Members.AdjustBalanceAsync(plan.Card, request, options: options, cancellationToken: cancellationToken)
            : await _client.V1.Members.ResumeAdjustmentAsync(
                plan.Card, request, resume, options: options, cancellationToken: cancellationToken);
    }

    private void CancelSome(Dice dice)
    {
        for (var i = dice.From(0, 2); i > 0 && _toCancel.TryDequeue(out var source); i--)
        {
            source.Cancel();
        }
    }

    // A service without faults and a client that was just started settle everything that is still unknown.
    private void Settle()
    {
        _client.Dispose();
        _isSettling = true;
        _sandbox.Faults = new SandboxFaults();
        _client = NewClient();
        Task.WaitAll(
        [
            .. _operations.Values
                .Where(static operation => !operation.IsSettled)
                .OrderBy(static operation => operation.CalledAt)
                .Select(operation => ResumeAsync(operation, TimeSpan.FromHours(1))),
        ]);
        foreach (var (fault, times) in _plan.Faults.Counts)
        {
            _tally[Engine.Tally.Of(fault)] = times;
        }

        _tally["requests"] = _tap.Requests;
    }

    private void Count(string what) => _tally.AddOrUpdate(what, 1, static (_, times) => times + 1);

    private void RunClock()
    {
        var (seen, idle, quietSince, isStill) = (0L, 0, TimeSpan.Zero, false);
        while (!_isOver)
        {
            var events = Events;
            if (events != seen)
            {
                _clock.Advance(Math.Min(events - seen, ThreadPlan.Threads) * ThreadPlan.Tick);
                (seen, idle, quietSince, isStill) = (events, 0, _clock.Elapsed, false);
            }
            else if (++idle < Patience)
            {
                Thread.Yield();
            }
            else if (!isStill && _clock.Elapsed - quietSince > ThreadPlan.LongestQuiet)
            {
                isStill = StandsStill(seen);
            }
            else
            {
                idle = 0;
                _clock.FireNext(ThreadPlan.LongestStep);
            }
        }
    }

    private long Events => _tap.Requests + Interlocked.Read(ref _ended);

    // By now everything has ended that a call waits for, except its turn. A thread that is only slow gets a last chance, by a real clock.
    private bool StandsStill(long seen)
    {
        var running = _operations.Values.Where(static operation => operation.IsRunning).ToList();
        if (running.Count > 0 && !SpinWait.SpinUntil(() => Events != seen || _isOver, Standstill))
        {
            _violations.Enqueue($"{running.Count} calls wait for each other:\n{string.Join('\n', running.Take(ThreadPlan.Threads))}");
        }

        return true;
    }
}
