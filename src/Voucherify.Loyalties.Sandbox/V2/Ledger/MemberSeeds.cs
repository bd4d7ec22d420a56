namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds members for tests.</summary>
internal static class MemberSeeds
{
    /// <summary>Makes a customer, who may be new, a member of a program.</summary>
    /// <param name="store">The state.</param>
    /// <param name="programId">The program.</param>
    /// <param name="customerSourceId">The customer, or null for a new one.</param>
    /// <param name="points">The opening balance of the first card.</param>
    /// <param name="now">The time.</param>
    public static SandboxMember Add(V2Store store, string programId, string? customerSourceId, long points, DateTimeOffset now)
    {
        var program = store.Configuration.Programs.Find(programId)
            ?? throw new KeyNotFoundException($"The sandbox has no program '{programId}'.");
        var customer = store.Customers.FindOrAdd(id: null, customerSourceId, now);
        if (store.Members.Find(program, customer) is not null)
        {
            throw new ArgumentException($"The customer '{customerSourceId}' is a member already.", nameof(customerSourceId));
        }

        var member = store.Members.Add(program, customer, requestId: null, now);
        if (points > 0)
        {
            store.Points.Adjustments.AddOpening(member.Cards[0], points, now);
            store.Parts.Tiers.Update(member.Cards[0], TierOrigin.Opening, now);
        }

        return member.ToSnapshot();
    }
}
