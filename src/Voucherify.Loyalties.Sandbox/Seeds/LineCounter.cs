namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>Finds the line of a byte.</summary>
internal sealed class LineCounter
{
    private readonly List<long> _lineBreaks = [];

    public LineCounter(byte[] text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == (byte)'\n')
            {
                _lineBreaks.Add(index);
            }
        }
    }

    /// <summary>Returns the line, from 1.</summary>
    public int LineAt(long index)
    {
        var found = _lineBreaks.BinarySearch(index);
        return (found < 0 ? ~found : found) + 1;
    }
}
