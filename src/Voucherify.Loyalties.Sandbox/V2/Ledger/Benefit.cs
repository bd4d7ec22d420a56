namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A product that earning rules give to members.</summary>
/// <param name="id">The id, <c>lben_...</c>.</param>
/// <param name="name">The name.</param>
/// <param name="stock">How many pieces there are, or null if it never runs out.</param>
internal sealed class Benefit(string id, string name, long? stock)
{
    private long? _left = stock;

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Takes a piece, or returns false if there is none.</summary>
    public bool TryTake()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        return true;
    }
}
