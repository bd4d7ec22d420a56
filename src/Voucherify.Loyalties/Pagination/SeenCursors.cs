namespace Voucherify.Loyalties.Pagination;

/// <summary>The cursors that an enumeration has followed. The service must not send one of them again.</summary>
/// <param name="start">The cursor of the first page; null for the start of the list.</param>
internal struct SeenCursors(string? start)
{
    private HashSet<string>? _cursors;

    /// <summary>Adds the cursor of the next page.</summary>
    /// <exception cref="LoyaltyException">
    /// The service sent it before. Following it would list the same pages forever, and stopping would make a part of the list look
    /// complete.
    /// </exception>
    public void Add(string next)
    {
        _cursors ??= start is null ? [] : [start];
        if (!_cursors.Add(next))
        {
            throw new LoyaltyException(
                "The list is incomplete: it goes round in a circle, because the service sent a cursor for the second time.");
        }
    }
}
