namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The transactions that this client knows to belong to one of its writes, so that they are not taken for another one that is about the
/// same. The newest are remembered: an older one is out of reach of every search, unless the client made all of these within one.
/// </summary>
/// <param name="mayAssume">Whether the only candidate may be taken for a write.</param>
/// <param name="capacity">How many are remembered.</param>
internal sealed class TransactionClaims(bool mayAssume, int capacity = TransactionClaims.DefaultCapacity)
{
    /// <summary>How many transactions are remembered.</summary>
    public const int DefaultCapacity = 20_000;

    private readonly object _gate = new();
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = [];

    /// <summary>Whether the only candidate may be taken for a write.</summary>
    public bool MayAssume => mayAssume;

    /// <summary>Whether a transaction belongs to another write.</summary>
    /// <param name="transactionId">The transaction.</param>
    /// <param name="writeId">The id of the write that asks.</param>
    public bool IsOther(string transactionId, string writeId)
    {
        lock (_gate)
        {
            return _owners.TryGetValue(transactionId, out var owner) && owner != writeId;
        }
    }

    /// <summary>Gives a transaction to a write.</summary>
    /// <returns>False if another write has it.</returns>
    public bool TryClaim(string transactionId, string writeId)
    {
        lock (_gate)
        {
            if (!_owners.TryAdd(transactionId, writeId))
            {
                return _owners[transactionId] == writeId;
            }

            _inOrder.Enqueue(transactionId);
            if (_inOrder.Count > capacity)
            {
                _owners.Remove(_inOrder.Dequeue());
            }

            return true;
        }
    }
}
