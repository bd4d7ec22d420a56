using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>A custom event of a customer.</summary>
/// <param name="SchemaId">The schema of the event, <c>ms_...</c>.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Metadata">The metadata, or null.</param>
internal sealed record ShopEvent(string SchemaId, Customer Customer, JsonElement? Metadata);
