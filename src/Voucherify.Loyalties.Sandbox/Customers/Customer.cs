using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>A customer of the project. Later requests overwrite the name and the email of earlier ones (assumed).</summary>
internal sealed class Customer(string id, DateTimeOffset createdAt)
{
    /// <summary>What a customer consists of besides its ids.</summary>
    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "email", "description", "phone", "birthdate", "birthday", "address", "metadata",
    };

    public string Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? SourceId { get; set; }

    public StoredProperties Profile { get; } = new(Known);

    public string? Name => Profile.FindString("name");

    public string? Email => Profile.FindString("email");

    /// <summary>What the customer did, oldest first.</summary>
    public List<CustomerLogEntry> Activities { get; } = [];
}
