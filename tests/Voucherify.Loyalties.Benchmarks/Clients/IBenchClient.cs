namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The same work for every client.</summary>
internal interface IBenchClient : IDisposable
{
    /// <summary>Adds a point, and returns the balance.</summary>
    Task<long> AdjustBalanceAsync(string card, string sourceId);

    /// <summary>Reads a member, and returns the balance of its card.</summary>
    Task<long> GetMemberAsync(string card);

    /// <summary>Lists 100 transactions, and returns how many there were.</summary>
    Task<int> ListTransactionsAsync(string card);
}
