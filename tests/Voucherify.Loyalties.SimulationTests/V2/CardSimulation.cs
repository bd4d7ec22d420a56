using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Plays the histories of many seeds, each on one thread.</summary>
internal sealed class CardSimulation
{
    private const int Threads = 2;

    private readonly object _gate = new();
    private int _next;

    private CardSimulation()
    {
    }

    public Tally Tally { get; } = new();

    /// <summary>The lowest seed seen that broke a promise, and what it broke.</summary>
    public (int Seed, IReadOnlyList<string> Broken)? Failure { get; private set; }

    public int Played { get; private set; }

    /// <summary>Plays the seeds from 1 until one breaks a promise.</summary>
    /// <param name="seeds">How many at most.</param>
    /// <param name="off">The safeguard that is disabled.</param>
    /// <param name="promise">The end of the line that names the promise; empty for any promise.</param>
    public static CardSimulation Run(int seeds, CardSafeguard off = CardSafeguard.Nothing, string promise = "")
    {
        var simulation = new CardSimulation();
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => simulation.Work(seeds, off, promise))).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        return simulation;
    }

    private void Work(int seeds, CardSafeguard off, string promise)
    {
        while (Failure is null && Interlocked.Increment(ref _next) is var seed && seed <= seeds)
        {
            var (broken, tally) = Play(seed, off);
            lock (_gate)
            {
                Played++;
                Tally.Add(tally);
                if (broken.Any(line => line.EndsWith(promise, StringComparison.Ordinal)) && !(Failure?.Seed < seed))
                {
                    Failure = (seed, broken);
                }
            }
        }
    }

    private static (IReadOnlyList<string> Broken, Tally Tally) Play(int seed, CardSafeguard off)
    {
        try
        {
            var history = CardHistory.Play(seed, off);
            return (CardChecker.Check(history), history.Tally);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return ([error.ToString()], new Tally());
        }
    }
}
