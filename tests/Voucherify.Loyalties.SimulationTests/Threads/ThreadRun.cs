using System.Collections.Concurrent;
using System.Diagnostics;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>
/// Makes calls from many threads on one client and the sandbox in memory. The threads decide the order of events, and the seed decides
/// the rest.
/// </summary>
/// <typeparam name="TOperation">What the calls do.</typeparam>
internal abstract class ThreadRun<TOperation> : IDisposable
    where TOperation : WatchedOperation
{
    private const int MaxCallsAtOnce = 4;

    /// <summary>How many unknown outcomes a thread leaves alone.</summary>
    private const int MaxUnknown = 4;

    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(10);

    private readonly SandboxFaults _faults;
    private readonly ConcurrentDictionary<string, TOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<CancellationTokenSource> _toCancel = new();
    private readonly ConcurrentDictionary<string, long> _tally = new(StringComparer.Ordinal);
    private readonly ThreadTap _tap;
    private long _number;
    private long _calls;
    private long _ended;

    protected ThreadRun(JudgeClock clock, LoyaltySandboxOptions options)
    {
        Clock = clock;
        _faults = options.Faults;
        Sandbox = LoyaltySandbox.Create(options);
        _tap = new ThreadTap(Clock, _operations.GetValueOrDefault, Violate) { InnerHandler = Sandbox.CreateHandler() };
    }

    public LoyaltySandbox Sandbox { get; }

    public IReadOnlyCollection<TOperation> Operations => (IReadOnlyCollection<TOperation>)_operations.Values;

    /// <summary>Promises that were broken while the threads ran.</summary>
    public IEnumerable<string> Violations => _violations;

    public ThreadTally Tally => new(_calls, _operations.Count, [.. _tally.OrderBy(static pair => pair.Key, StringComparer.Ordinal)]);

    public double CallsPerSecond { get; private set; }

    protected JudgeClock Clock { get; }

    protected LoyaltyClient Client { get; private set; } = null!;

    protected abstract int Seed { get; }

    /// <summary>Whether everything that is still unknown is being settled.</summary>
    protected bool IsSettling { get; private set; }

    public void Dispose()
    {
        Client.Dispose();
        _tap.Dispose();
    }

    /// <summary>Makes that many calls, and settles what is unknown.</summary>
    protected void Play(long calls)
    {
        Client = NewClient();
        var clock = new ClockThread(Clock, () => _tap.Requests + Interlocked.Read(ref _ended), NameRunning, Violate);
        var watch = Stopwatch.StartNew();
        RunThreads(calls);
        CallsPerSecond = _calls / watch.Elapsed.TotalSeconds;
        Settle();
        clock.Stop();
        Clock.Advance(TimeSpan.FromMinutes(1));
        CheckMemory();
    }

    /// <summary>Sets the options of a client.</summary>
    protected abstract void Configure(LoyaltyClientOptions options);

    /// <summary>Creates the next operation of a thread.</summary>
    protected abstract TOperation Plan(Dice dice, int thread, int number);

    /// <summary>Makes the first call of an operation, and records what becomes of it.</summary>
    protected abstract Task BeginAsync(TOperation operation, TimeSpan timeout, ThreadCancellation? cancellation);

    /// <summary>Makes the next call of an operation whose outcome is unknown.</summary>
    protected abstract Task RepeatAsync(TOperation operation, TimeSpan timeout);

    /// <summary>Makes other calls with the id of an operation, whose first call may be under way.</summary>
    protected abstract IEnumerable<Task> ClickAsync(TOperation operation, Dice dice);

    /// <summary>Opens the queue of an operation by hand, if it is one that is opened.</summary>
    protected abstract bool TryReopen(TOperation operation);

    /// <summary>Records a call that is made once more: it has its place by now.</summary>
    protected void Enter(TOperation operation) => operation.EnteredAt = Interlocked.Increment(ref _number);

    protected void Count(string what) => _tally.AddOrUpdate(what, 1, static (_, times) => times + 1);

    protected void Violate(string what) => _violations.Enqueue(what);

    /// <summary>Records that a call begins.</summary>
    protected void Prepare(TOperation operation, ThreadCancellation? cancellation)
    {
        Interlocked.Increment(ref _calls);
        operation.BeganAt ??= Clock.Elapsed;
        operation.Note(Clock.Elapsed, "call");
        operation.Begin();
        operation.Cancellation = cancellation;
        operation.WasCancelledBefore = cancellation is { When: CancellationMoment.Before } && !operation.IsOnce;
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

    /// <summary>Returns what the exception of a call says about it.</summary>
    protected Reported OutcomeOf(TOperation operation, Exception error, bool isResume, ThreadCancellation? cancellation)
    {
        operation.Note(Clock.Elapsed, error.GetType().Name);
        if (error is OperationCanceledException && cancellation?.Source.IsCancellationRequested != true)
        {
            Violate($"{operation} was told that it was cancelled, though its caller did not cancel.");
        }

        return CallOutcome.Of(error, isResume) ?? Unexpected(operation, "a", error);
    }

    /// <summary>Records an exception that no caller may get.</summary>
    protected Reported Unexpected(TOperation operation, string kind, Exception error)
    {
        Violate($"{operation}: {kind} call ended with an unexpected {error}");
        return Reported.Unknown;
    }

    /// <summary>Records that a call of another kind begins.</summary>
    protected void CountCall() => Interlocked.Increment(ref _calls);

    /// <summary>Records that a call has ended, and asks for the verdict if its outcome is unknown.</summary>
    protected async Task FinishAsync(TOperation operation, string what, Func<CancellationToken, Task<WriteOutcome>>? follow)
    {
        Count(what);
        Interlocked.Increment(ref _ended);
        if (follow is null)
        {
            return;
        }

        if (TryReopen(operation))
        {
            Count("reopen");
        }

        // The verdict is about all that was sent before it was asked for. What others send meanwhile, it may know too.
        var sends = operation.Sends;
        var outcome = await follow(CancellationToken.None);
        operation.Learn(outcome.Kind, sends);
        operation.Note(Clock.Elapsed, $"verdict {outcome.Kind}");
        Count($"verdict {outcome.Kind}");
    }

    private LoyaltyClient NewClient()
    {
        var options = Sandbox.CreateClientOptions();
        ThreadPlan.Configure(options);
        if (IsSettling)
        {
            options.Ordering.MaxQueueWait = TimeSpan.FromHours(12);
            options.Reconciliation.OutcomeTimeout = Timeout.InfiniteTimeSpan;
        }

        Configure(options);
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
        var dice = new Dice((Seed * 64L) + thread);
        var operations = 0;
        List<TOperation> unknown = [];
        while (Interlocked.Read(ref _calls) < calls)
        {
            var running = new List<Task>();
            if (unknown.Count >= MaxUnknown)
            {
                running.AddRange(unknown.Select(operation => ResumeAsync(operation, TimeSpan.FromSeconds(5))));
            }

            for (var i = dice.From(1, MaxCallsAtOnce); i > 0; i--)
            {
                var operation = Plan(dice, thread, ++operations);
                _operations[operation.SourceId] = operation;
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
    private Task CallAsync(TOperation operation, Dice dice)
    {
        var resumes = dice.From(0, 2);
        var cancellation = dice.Chance(0.08) ? new ThreadCancellation(dice.OneOf(Enum.GetValues<CancellationMoment>())) : null;
        var timeout = dice.OneOf(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(5));
        operation.CalledAt = Interlocked.Increment(ref _number);
        operation.FirstCallAt = Clock.Elapsed;
        var call = BeginAsync(operation, timeout, cancellation);
        Enter(operation);
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

    private async Task ResumeAsync(TOperation operation, TimeSpan timeout)
    {
        Count("resume");
        var call = RepeatAsync(operation, timeout);
        Enter(operation);
        await call;
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
        Client.Dispose();
        IsSettling = true;
        Sandbox.Faults = new SandboxFaults();
        Client = NewClient();
        Task.WaitAll(
        [
            .. _operations.Values
                .Where(static operation => !operation.IsSettled)
                .OrderBy(static operation => operation.CalledAt)
                .Select(operation => ResumeAsync(operation, TimeSpan.FromHours(1))),
        ]);
        foreach (var (fault, times) in _faults.Counts)
        {
            _tally[Engine.Tally.Of(fault)] = times;
        }

        _tally[ThreadTally.Requests] = _tap.Requests;
    }

    private List<string> NameRunning() =>
        [.. _operations.Values.Where(static operation => operation.IsRunning).Select(static operation => operation.ToString())];

    private void CheckMemory()
    {
        var writes = Client.Parts.Context.Reconciliation.Writes;
        var sequencer = Client.Parts.Sequencer;
        (int, int, int, int) Counts() => (writes.Unsettled.Count, writes.Sends.Count, writes.Adjustments.Count, sequencer.Count);
        if (!SpinWait.SpinUntil(() => Counts() == (0, 0, 0, 0), Standstill))
        {
            Violate($"The client still remembers {Counts()}: writes, sends, adjustments, cards.");
        }
    }
}
