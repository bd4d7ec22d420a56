using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>Something that a customer did, or that happened to a customer.</summary>
/// <param name="Id">The id, <c>ev_...</c>.</param>
/// <param name="Type">The type, such as <c>customer.custom_event</c>.</param>
/// <param name="RequestId">The request that caused it.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="Write">Writes the properties of its data.</param>
internal sealed record CustomerLogEntry(
    string Id,
    string Type,
    string RequestId,
    DateTimeOffset CreatedAt,
    Action<Utf8JsonWriter> Write);
