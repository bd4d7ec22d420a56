namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>A safeguard of version 2 that is switched off, to prove that the simulation can fail.</summary>
internal enum CardSafeguard
{
    Nothing,

    /// <summary>A lost request is sent again at once when it is absent.</summary>
    Window,

    /// <summary>A transaction without a marker is never taken for a lost adjustment.</summary>
    Doubt,

    /// <summary>No list shows a marker.</summary>
    Marker,

    /// <summary>Calls for a member do not wait for each other.</summary>
    Order,

    /// <summary>A transaction that is pending passes for one that is applied.</summary>
    Pending,
}
