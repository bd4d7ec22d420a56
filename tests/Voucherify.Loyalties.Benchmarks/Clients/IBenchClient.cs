namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The same work for every client. Each method returns the client's own task, so that the benchmark adds nothing to it.</summary>
internal interface IBenchClient : IDisposable
{
    /// <summary>Adds a point.</summary>
    Task AdjustBalanceAsync(string card, string sourceId);

    /// <summary>Reads a member.</summary>
    Task GetMemberAsync(string card);

    /// <summary>Lists 100 transactions.</summary>
    Task ListTransactionsAsync(string card);

    /// <summary>Returns what a completed call has read: a balance, or the number of transactions.</summary>
    long Read(Task completed);
}
