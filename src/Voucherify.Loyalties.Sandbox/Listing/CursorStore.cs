using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The cursors of the v2 API that have not expired.</summary>
internal sealed class CursorStore(TimedIds ids, TimeSpan lifetime)
{
    private readonly Dictionary<string, IssuedCursor> _cursors = new(StringComparer.Ordinal);

    /// <summary>Stores where a list goes on, and returns the cursor and when it expires.</summary>
    public (string Id, DateTimeOffset ExpiresAt) Issue(string prefix, IssuedCursor cursor, DateTimeOffset now)
    {
        foreach (var (expired, _) in _cursors.Where(pair => pair.Value.IssuedAt + lifetime <= now).ToList())
        {
            _cursors.Remove(expired);
        }

        var id = ids.Next(prefix, now);
        _cursors.Add(id, cursor with { IssuedAt = now });
        return (id, now + lifetime);
    }

    public IssuedCursor? Find(string id, DateTimeOffset now) =>
        _cursors.TryGetValue(id, out var cursor) && cursor.IssuedAt + lifetime > now ? cursor : null;

    /// <summary>Forgets a cursor before it has expired.</summary>
    public void Forget(string id) => _cursors.Remove(id);
}
