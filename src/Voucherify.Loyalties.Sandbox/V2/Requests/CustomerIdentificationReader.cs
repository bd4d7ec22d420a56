using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the <c>customer_identification</c> of an examination.</summary>
internal static class CustomerIdentificationReader
{
    public const string ByMember = "member_id";
    public const string BySource = "customer_source_id";
    public const string ByCustomer = "customer_id";

    /// <summary>Reads the type and the id, or says what is wrong with them.</summary>
    public static string? Read(JsonElement root, out string type, out string id)
    {
        (type, id) = (string.Empty, string.Empty);
        if (!JsonBody.TryFindObject(root, "customer_identification", out var identification))
        {
            return JsonBody.MissingProperty("customer_identification");
        }

        type = JsonBody.FindString(identification, "type") ?? string.Empty;
        if (type is not (ByMember or BySource or ByCustomer))
        {
            return "Property .customer_identification.type must be equal to one of the allowed values";
        }

        id = TextOf(identification, type) ?? string.Empty;
        return id.Length > 0 ? null : JsonBody.MissingProperty("customer_identification." + type);
    }

    // A source id may be a number (documented).
    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetRawText()
            : JsonBody.FindString(json, name);
}
