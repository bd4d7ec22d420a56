namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The purchases of rewards.</summary>
internal sealed class RewardPurchases
{
    private readonly List<RewardPurchase> _purchases = [];

    /// <summary>Returns the purchases of a member, oldest first.</summary>
    public IEnumerable<RewardPurchase> Of(Member member) => _purchases.Where(purchase => purchase.Quote.Card.Member == member);

    /// <summary>Finds a purchase in a program.</summary>
    public RewardPurchase? Find(string programId, string id) =>
        _purchases.Find(purchase => string.Equals(purchase.Id, id, StringComparison.Ordinal) && purchase.Quote.Card.ProgramId == programId);

    public void Add(RewardPurchase purchase) => _purchases.Add(purchase);
}
