namespace Voucherify.Loyalties.Queue.Verification;

/// <summary>
/// The age of the transaction of each row: the higher, the older. The ids of a job lie close together, so blocks of ages take 4 bytes for
/// each row.
/// </summary>
internal sealed class RowAges
{
    private const int BlockSize = 1024;

    private readonly Dictionary<long, int[]> _blocks = [];
    private int _last;

    /// <summary>Returns the age of a row; null if it was not seen.</summary>
    public int? Find(long id) =>
        _blocks.TryGetValue(id / BlockSize, out var block) && block[id % BlockSize] is > 0 and var age ? age : null;

    /// <summary>Sees a row, or sees it again: it is older than all that were seen before.</summary>
    public void See(long id)
    {
        if (!_blocks.TryGetValue(id / BlockSize, out var block))
        {
            _blocks.Add(id / BlockSize, block = new int[BlockSize]);
        }

        block[id % BlockSize] = ++_last;
    }
}
