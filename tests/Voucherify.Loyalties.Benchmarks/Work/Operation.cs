using Voucherify.Loyalties.Benchmarks.Clients;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>A piece of work that is measured.</summary>
internal sealed record Operation(string Name, Func<IBenchClient, int, Task> RunAsync)
{
    private const string Card = "MmFAzfDe";

    private static readonly string[] SourceIds = [.. Enumerable.Range(0, 1024).Select(static number => $"order-{number:D8}")];

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("balance POST", static (client, number) => client.AdjustBalanceAsync(Card, SourceIds[number % SourceIds.Length])),
        new("get member", static (client, _) => client.GetMemberAsync(Card)),
        new("list of 100", static (client, _) => client.ListTransactionsAsync(Card)),
    ];
}
