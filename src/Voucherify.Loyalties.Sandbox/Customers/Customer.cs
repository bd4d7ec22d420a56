namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>A customer who holds cards. Later requests overwrite the name and the email of earlier ones (assumed).</summary>
internal sealed class Customer(string id)
{
    public string Id { get; } = id;

    public string? SourceId { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }
}
