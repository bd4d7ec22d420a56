using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>Callers that each make one call after the other.</summary>
internal static class Callers
{
    /// <summary>Runs them until there is no reason to go on.</summary>
    /// <param name="client">The client that they share.</param>
    /// <param name="operation">What they call.</param>
    /// <param name="callers">How many they are; each has a card of its own.</param>
    /// <param name="goOn">Asked before each call, by all of them.</param>
    /// <returns>How many calls they made.</returns>
    public static async Task<long> RunAsync(IBenchClient client, Operation operation, int callers, Func<bool> goOn)
    {
        var all = Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(client, operation, Operation.Cards[caller], goOn)));
        return (await Task.WhenAll(all)).Sum(static calls => (long)calls);
    }

    private static async Task<int> CallAsync(IBenchClient client, Operation operation, string card, Func<bool> goOn)
    {
        var calls = 0;
        while (goOn())
        {
            await operation.RunAsync(client, card, calls++);
        }

        return calls;
    }
}
