using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A customer in a program.</summary>
internal sealed class Member(string id, LoyaltyProgram program, Customer customer, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public LoyaltyProgram Program { get; } = program;

    public Customer Customer { get; } = customer;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Status { get; set; } = ResourceStatus.Active;

    public DateTimeOffset? UpdatedAt { get; set; }

    public JsonElement? Metadata { get; set; }

    public List<LoyaltyCard> Cards { get; } = [];

    /// <summary>What happened to the tiers of the cards, oldest first.</summary>
    public List<TierTransaction> TierTransactions { get; } = [];

    /// <summary>The benefits that rules gave the member, oldest first.</summary>
    public List<BenefitTransaction> BenefitTransactions { get; } = [];

    /// <summary>What happened to the member, oldest first.</summary>
    public List<ActivityEntry> Activities { get; } = [];

    /// <summary>When rules gave points to the member.</summary>
    public TriggerLog Triggers { get; } = new();

    /// <summary>Whether the member can earn points at the time.</summary>
    public bool CanEarnAt(DateTimeOffset time) =>
        Status == ResourceStatus.Active && Program.IsActive && Program.IsValidAt(time);

    public bool IsDeleted => Status == ResourceStatus.Deleted;

    public SandboxMember ToSnapshot() => new()
    {
        Id = Id,
        ProgramId = Program.Id,
        CustomerId = Customer.Id,
        CustomerSourceId = Customer.SourceId,
        CardIds = [.. Cards.Select(static card => card.Id)],
    };
}
