using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Report;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>A piece of work that is measured.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Call">Starts it for a card; the number tells the calls for one card apart.</param>
/// <param name="Responses">The responses in memory, one for each request.</param>
internal sealed record Operation(string Name, Func<IBenchClient, string, int, Task> Call, params ReadOnlyMemory<byte>[] Responses)
{
    /// <summary>The most callers at a time.</summary>
    public const int MaxCallers = 64;

    private static readonly string[] SourceIds = [.. Enumerable.Range(0, 1024).Select(static number => $"order-{number:D8}")];

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(
            "balance POST",
            static (client, card, number) => client.AdjustBalanceAsync(card, SourceIds[number % SourceIds.Length]),
            WireResponse.Balance)
        {
            Result = 13_137,
            Bytes = Target.AtMost(0.90),
            Cpu = Target.AtMost(1.15),
            LoopbackCpu = Target.AtMost(1.05),
            Throughput = Target.AtLeast(0.97),
        },
        new("get member", static (client, card, _) => client.GetMemberAsync(card), WireResponse.Member)
        {
            Result = 13_137,
            Bytes = Target.AtMost(1.10),
            Cpu = Target.AtMost(1.10),
        },
        new("list of 100", static (client, card, _) => client.ListTransactionsAsync(card), WireResponse.List)
        {
            Result = 100,
            TurnCalls = 20,
            Bytes = Target.AtMost(0.96),
            Cpu = Target.AtMost(0.85),
        },
    ];

    /// <summary>
    /// Adjustments of version 2, in memory only. The first returns when the service has recorded it; this package then polls its end in the
    /// background, so that the next call for the member keeps the order. The second returns when it is applied.
    /// </summary>
    public static IReadOnlyList<Operation> OfV2 { get; } =
    [
        new(
            "v2 adjustment, at PENDING",
            static (client, member, number) =>
                ((ICardBenchClient)client).RecordPointAsync(member, SourceIds[number % SourceIds.Length]),
            WireResponse.Recorded,
            WireResponse.Applied),
        new(
            "v2 adjustment, at its end",
            static (client, member, number) =>
                ((ICardBenchClient)client).ApplyPointAsync(member, SourceIds[number % SourceIds.Length]),
            WireResponse.Recorded,
            WireResponse.Applied),
    ];

    /// <summary>All operations in memory.</summary>
    public static IReadOnlyList<Operation> InMemory { get; } = [.. All, .. OfV2];

    /// <summary>
    /// A card for each caller. Adjustments of one card run one after the other, so callers that share a card would queue.
    /// </summary>
    public static IReadOnlyList<string> Cards { get; } =
        [.. Enumerable.Range(0, MaxCallers).Select(static number => string.Create(CultureInfo.InvariantCulture, $"MmFAzf{number:D2}"))];

    /// <summary>The calls of a turn in memory, which take about two milliseconds.</summary>
    public int TurnCalls { get; init; } = 300;

    /// <summary>What the client must have read from the response; null if it reads no number.</summary>
    public long? Result { get; init; }

    /// <summary>The clients that can do it.</summary>
    public IEnumerable<string> Clients => OfV2.Contains(this) ? BenchClients.OfV2 : BenchClients.All.Keys;

    public Target? Bytes { get; init; }

    /// <summary>The target for the processor time in memory.</summary>
    public Target? Cpu { get; init; }

    /// <summary>The target for the processor time over loopback, with 64 callers.</summary>
    public Target? LoopbackCpu { get; init; }

    public Target? Throughput { get; init; }
}
