namespace Voucherify.Loyalties.V1;

public sealed partial record LoyaltyMember
{
    /// <summary>The points that can be spent: <c>LoyaltyCard.Balance</c>. Null if the service did not say.</summary>
    public long? Balance => LoyaltyCard?.Balance;

    /// <summary>The points that are not active yet: <c>LoyaltyCard.PendingPoints</c>. Null if the service did not say.</summary>
    public long? PendingPoints => LoyaltyCard?.PendingPoints;
}
