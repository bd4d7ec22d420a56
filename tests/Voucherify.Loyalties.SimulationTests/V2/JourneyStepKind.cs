namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>What a step of a journey does.</summary>
internal enum JourneyStepKind
{
    Adjust,
    Pay,
    Purchase,

    /// <summary>Buys a reward, and refunds it once it is bought.</summary>
    PurchaseAndRefund,

    Activate,
    Cancel,
    Expire,
}
