using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The benefits of the project.</summary>
internal sealed class BenefitCatalog(TimedIds ids)
{
    private readonly List<Benefit> _benefits = [];

    public Benefit? Find(string? id) => _benefits.Find(benefit => string.Equals(benefit.Id, id, StringComparison.Ordinal));

    /// <summary>Adds a benefit. Its name is unique (documented).</summary>
    public Benefit Add(string name, long? stock, DateTimeOffset now)
    {
        if (_benefits.Exists(benefit => string.Equals(benefit.Name, name, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The sandbox has a benefit '{name}' already.", nameof(name));
        }

        var benefit = new Benefit(ids.Next("lben_", now), name, stock);
        _benefits.Add(benefit);
        return benefit;
    }
}
