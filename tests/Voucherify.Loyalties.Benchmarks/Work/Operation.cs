using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>A piece of work that is measured.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="RunAsync">Does it once for a card; the number tells the calls for one card apart.</param>
internal sealed record Operation(string Name, Func<IBenchClient, string, int, Task> RunAsync)
{
    /// <summary>The most callers at a time.</summary>
    public const int MaxCallers = 64;

    private static readonly string[] SourceIds = [.. Enumerable.Range(0, 1024).Select(static number => $"order-{number:D8}")];

    public static Operation Balance { get; } =
        new("balance POST", static (client, card, number) => client.AdjustBalanceAsync(card, SourceIds[number % SourceIds.Length]));

    public static Operation Member { get; } = new("get member", static (client, card, _) => client.GetMemberAsync(card));

    public static Operation List { get; } = new("list of 100", static (client, card, _) => client.ListTransactionsAsync(card));

    public static IReadOnlyList<Operation> All { get; } = [Balance, Member, List];

    /// <summary>A card for each caller: the adjustments of one card run one after the other, so callers of one card would only queue.</summary>
    public static IReadOnlyList<string> Cards { get; } =
        [.. Enumerable.Range(0, MaxCallers).Select(static number => string.Create(CultureInfo.InvariantCulture, $"MmFAzf{number:D2}"))];
}
