using System.Diagnostics;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Plays the histories of many seeds, each on one thread.</summary>
internal sealed class Simulation
{
    private const int Threads = 2;

    private const int PoolThreads = 16;

    private readonly object _gate = new();
    private int _next;

    // A cancelled wait of Polly's ends on the thread pool, and the tests that wait for a simulation hold threads of the pool.
    static Simulation()
    {
        ThreadPool.GetMinThreads(out var workers, out var completionPorts);
        ThreadPool.SetMinThreads(Math.Max(workers, PoolThreads), completionPorts);
    }

    private Simulation()
    {
    }

    public Tally Tally { get; } = new();

    /// <summary>The lowest seed seen that broke a promise, and what it broke.</summary>
    public (int Seed, IReadOnlyList<string> Broken)? Failure { get; private set; }

    public int Played { get; private set; }

    public double SeedsPerSecond { get; private set; }

    /// <summary>Plays the seeds from 1 until one breaks a promise.</summary>
    /// <param name="seeds">How many at most.</param>
    /// <param name="off">The safeguard that is disabled.</param>
    /// <param name="promise">The end of the line that names the promise; empty for any promise.</param>
    public static Simulation Run(int seeds, DisabledSafeguard off = DisabledSafeguard.Nothing, string promise = "") =>
        Run(seeds, seed => Judged(History.Play(seed, off)), promise);

    /// <summary>Plays the seeds from 1 until one breaks a promise.</summary>
    /// <param name="seeds">How many at most.</param>
    /// <param name="play">Plays the history of a seed.</param>
    /// <param name="promise">The end of the line that names the promise; empty for any promise.</param>
    public static Simulation Run(int seeds, Func<int, PlayedHistory> play, string promise = "")
    {
        var simulation = new Simulation();
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => simulation.Work(seeds, play, promise))).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        simulation.SeedsPerSecond = simulation.Played / watch.Elapsed.TotalSeconds;
        return simulation;
    }

    /// <summary>Plays a seed and records its trace, on its own thread.</summary>
    public static (IReadOnlyList<string> Trace, IReadOnlyList<string> Broken) Replay(
        int seed, DisabledSafeguard off = DisabledSafeguard.Nothing)
    {
        (IReadOnlyList<string> Trace, IReadOnlyList<string> Broken) replay = default;
        var thread = new Thread(() =>
        {
            var history = TryPlay(seed, _ => Judged(History.Play(seed, off, traced: true)));
            replay = (history.Trace, history.Broken);
        });
        thread.Start();
        thread.Join();
        return replay;
    }

    private void Work(int seeds, Func<int, PlayedHistory> play, string promise)
    {
        var tally = new Tally();
        var played = 0;
        while (Failure is null && Interlocked.Increment(ref _next) is var seed && seed <= seeds)
        {
            var history = TryPlay(seed, play);
            played++;
            tally.Add(history.Tally);
            if (history.Broken.Any(line => line.EndsWith(promise, StringComparison.Ordinal)))
            {
                Fail(seed, history.Broken);
            }
        }

        lock (_gate)
        {
            Tally.Add(tally);
            Played += played;
        }
    }

    private static PlayedHistory Judged(History history) => new(Checker.Check(history), history.Tally, history.Trace);

    private static PlayedHistory TryPlay(int seed, Func<int, PlayedHistory> play)
    {
        try
        {
            return play(seed);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new PlayedHistory([error.ToString()], new Tally(), []);
        }
    }

    private void Fail(int seed, IReadOnlyList<string> broken)
    {
        lock (_gate)
        {
            if (Failure is null || Failure.Value.Seed > seed)
            {
                Failure = (seed, broken);
            }
        }
    }
}
