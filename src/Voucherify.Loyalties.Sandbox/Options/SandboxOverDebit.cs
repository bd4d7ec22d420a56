namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>What happens to an adjustment of the v2 API that removes more points than the card has.</summary>
public enum SandboxOverDebit
{
    /// <summary>It is accepted, and its transaction ends as <c>REJECTED</c> with <c>NOT_ENOUGH_BALANCE</c>.</summary>
    RejectLater = 0,

    /// <summary>The response is 423 <c>insufficient_card_balance</c>, and nothing is recorded.</summary>
    RefuseAtOnce = 1,

    /// <summary>It removes the points that are there. If there are none, it is rejected later.</summary>
    RemoveWhatIsThere = 2,
}
