namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>A safeguard of writes without an id that is switched off, to prove that the simulation can fail.</summary>
internal enum JourneySafeguard
{
    Nothing,

    /// <summary>A lost request is sent again at once when it is absent.</summary>
    Window,

    /// <summary>The client does not remember which transactions belong to its other calls.</summary>
    Claims,

    /// <summary>No list shows what a transaction is about.</summary>
    Key,

    /// <summary>Payments of a member do not wait for each other.</summary>
    Order,

    /// <summary>A transaction that is pending passes for one that is applied.</summary>
    Pending,

    /// <summary>No purchase says that it is refunded.</summary>
    Refunded,
}
