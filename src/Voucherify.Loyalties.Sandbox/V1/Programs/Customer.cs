namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>Somebody who holds cards. The last request that told something about a customer counts (A).</summary>
internal sealed class Customer(string id)
{
    public string Id { get; } = id;

    public string? SourceId { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }
}
