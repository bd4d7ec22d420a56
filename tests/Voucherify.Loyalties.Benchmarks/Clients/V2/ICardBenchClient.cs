namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The work of version 2, for the clients that can do it. Each method returns the client's own task.</summary>
internal interface ICardBenchClient
{
    /// <summary>Adds a point to the card of a member, and returns when the service has recorded it.</summary>
    Task RecordPointAsync(string member, string sourceId);

    /// <summary>Adds a point to the card of a member, and returns when it is applied: it polls its transaction.</summary>
    Task ApplyPointAsync(string member, string sourceId);
}
