namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The movements of points that orders earned, until they are taken back.</summary>
internal sealed class OrderEarnings
{
    private readonly Dictionary<string, List<CardTransaction>> _byOrder = new(StringComparer.Ordinal);

    public void Add(string orderId, CardTransaction transaction)
    {
        if (!_byOrder.TryGetValue(orderId, out var transactions))
        {
            _byOrder.Add(orderId, transactions = []);
        }

        transactions.Add(transaction);
    }

    /// <summary>Removes the movements of an order, and returns them, oldest first.</summary>
    public IReadOnlyList<CardTransaction> Remove(string orderId) => _byOrder.Remove(orderId, out var transactions) ? transactions : [];
}
