using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The parameters of an export as its response has them.</summary>
internal static class ExportParameters
{
    /// <summary>
    /// Adds the filter for the campaign of the route (documented) or for its card (assumed), unless the request has a filter for the same
    /// column.
    /// </summary>
    public static JsonElement WithFilter(JsonElement? parameters, string column, string id) => JsonBuffer.WriteElement(writer =>
    {
        writer.WriteStartObject();
        var filters = WriteOthers(writer, parameters, except: "filters");
        writer.WriteObject("filters", inner => WriteFilters(inner, filters, column, id));
        writer.WriteEndObject();
    });

    private static void WriteFilters(Utf8JsonWriter writer, JsonElement? filters, string column, string id)
    {
        if (WriteOthers(writer, filters, except: column) is { } own)
        {
            writer.WriteRaw(column, own);
            return;
        }

        writer.WriteObject(column, filter => filter.WriteObject("conditions", conditions =>
        {
            conditions.WriteStartArray("$in");
            conditions.WriteStringValue(id);
            conditions.WriteEndArray();
        }));
    }

    // Writes all properties but one, and returns that one.
    private static JsonElement? WriteOthers(Utf8JsonWriter writer, JsonElement? json, string except)
    {
        JsonElement? found = null;
        if (json is not { ValueKind: JsonValueKind.Object } known)
        {
            return found;
        }

        foreach (var property in known.EnumerateObject())
        {
            if (property.NameEquals(except))
            {
                found = property.Value;
            }
            else
            {
                property.WriteTo(writer);
            }
        }

        return found;
    }
}
