using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Everything of a kind of configuration.</summary>
/// <param name="kind">The kind.</param>
/// <param name="ids">The source of ids.</param>
/// <param name="create">Creates one from its id, its name and the time.</param>
internal sealed class Catalog<T>(ResourceKind kind, TimedIds ids, Func<string, string, DateTimeOffset, T> create)
    where T : ConfigResource
{
    private readonly List<T> _all = [];

    public ResourceKind Kind => kind;

    /// <summary>Those that are not deleted, oldest first.</summary>
    public IEnumerable<T> All => _all.Where(static resource => !resource.IsDeleted);

    /// <summary>Finds one that is not deleted.</summary>
    public T? Find(string? id) => All.FirstOrDefault(resource => string.Equals(resource.Id, id, StringComparison.Ordinal));

    public T Add(string name, DateTimeOffset now)
    {
        var resource = create(ids.Next(kind.IdPrefix, now), name, now);
        _all.Add(resource);
        return resource;
    }
}
