using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Handlers.Listing;

/// <summary>Writes the two kinds of lists.</summary>
internal static class ListJson
{
    /// <summary>A page that is continued after the id of its last row.</summary>
    public static SandboxResponse Cursor<T>((List<T> Page, bool HasMore) result, Func<T, string> id, Action<Utf8JsonWriter, T> write) =>
        JsonAnswer.Of(200, writer =>
        {
            WriteRows(writer, result.Page, write);
            writer.WriteBoolean("has_more", result.HasMore);

            // Left out on the last page (A).
            if (result.HasMore)
            {
                writer.WriteString("more_starting_after", id(result.Page[^1]));
            }
        });

    /// <summary>A page that has a number.</summary>
    public static SandboxResponse Numbered<T>(IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write) =>
        JsonAnswer.Of(200, writer =>
        {
            WriteRows(writer, page, write);
            writer.WriteNumber("total", total);
        });

    private static void WriteRows<T>(Utf8JsonWriter writer, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteString("object", "list");
        writer.WriteString("data_ref", "data");
        writer.WriteStartArray("data");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            write(writer, row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
