using BenchmarkDotNet.Attributes;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>What it costs an adjustment to stand in the line of its card when nobody else does.</summary>
[MemoryDiagnoser]
[InProcess]
[WarmupCount(5)]
[IterationCount(10)]
public class SequencerBenchmarks
{
    private static readonly string[][] Cards = [.. Enumerable.Range(0, 1 << 16).Select(static number => (string[])[$"card-{number}"])];

    private readonly CardSequencer _settlesAtOnce = Create(TimeSpan.Zero);

    // Shorter than going round all cards takes, so that no call waits for its card.
    private readonly CardSequencer _settlesLater = Create(TimeSpan.FromMilliseconds(1));

    private int _number;

    /// <summary>One card, open again as soon as its call has ended.</summary>
    [Benchmark]
    public ValueTask OneCard() => EnterAndLeaveAsync(_settlesAtOnce, Cards[0]);

    /// <summary>Another card each time, whose line is kept until the card has settled.</summary>
    [Benchmark]
    public ValueTask ManyCards() => EnterAndLeaveAsync(_settlesLater, Cards[_number++ & (Cards.Length - 1)]);

    [GlobalCleanup]
    public void Stop()
    {
        _settlesAtOnce.Dispose();
        _settlesLater.Dispose();
    }

    private static CardSequencer Create(TimeSpan settleDelay) =>
        new(new OrderingOptions { SettleDelay = settleDelay }, new ClientClock(TimeProvider.System));

    private static async ValueTask EnterAndLeaveAsync(CardSequencer sequencer, string[] cards)
    {
        var turn = await sequencer.EnterAsync(new CardTicket(cards, "order-1", resumes: false), CancellationToken.None);
        sequencer.Leave(turn, CardOutcome.Answered);
    }
}
