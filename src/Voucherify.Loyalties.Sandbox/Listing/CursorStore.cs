using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The cursors of the v2 API that have not expired.</summary>
internal sealed class CursorStore(TimedIds ids, TimeSpan lifetime)
{
    private readonly Dictionary<string, IssuedCursor> _cursors = new(StringComparer.Ordinal);

    /// <summary>Stores where a list goes on, and returns the cursor and when it expires.</summary>
    public (string Id, DateTimeOffset ExpiresAt) Issue(SandboxCall call, string prefix, IssuedCursor cursor)
    {
        foreach (var (expired, _) in _cursors.Where(pair => pair.Value.IssuedAt + lifetime <= call.Now).ToList())
        {
            _cursors.Remove(expired);
        }

        var id = ids.Next(prefix, call.Now);
        if (call.Plan.Fault != SandboxFault.ExpireCursors)
        {
            _cursors.Add(id, cursor with { IssuedAt = call.Now });
        }

        return (id, call.Now + lifetime);
    }

    /// <summary>Finds a cursor that has not expired.</summary>
    public IssuedCursor? Find(SandboxCall call, string id) =>
        call.Plan.Fault != SandboxFault.ExpireCursors
        && _cursors.TryGetValue(id, out var cursor)
        && cursor.IssuedAt + lifetime > call.Now
            ? cursor
            : null;
}
