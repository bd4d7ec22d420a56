using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>Writes the kinds of lists.</summary>
internal static class ListResponse
{
    private const string Data = "data";

    /// <summary>A page that is continued after the id of its last row.</summary>
    public static SandboxResponse Cursor<T>((List<T> Page, bool HasMore) result, Func<T, string> id, Action<Utf8JsonWriter, T> write) =>
        JsonResponse.Of(200, writer =>
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
    /// <param name="page">The rows of the page.</param>
    /// <param name="total">How many rows there are in all.</param>
    /// <param name="write">Writes the members of a row.</param>
    /// <param name="name">The member that has the rows (D: not the same for all lists).</param>
    public static SandboxResponse Numbered<T>(IReadOnlyList<T> page, int total, Action<Utf8JsonWriter, T> write, string name = Data) =>
        JsonResponse.Of(200, writer =>
        {
            WriteRows(writer, page, write, name);
            writer.WriteNumber("total", total);
        });

    public static void WriteRows<T>(Utf8JsonWriter writer, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write, string name = Data)
    {
        writer.WriteString("object", "list");
        writer.WriteString("data_ref", name);
        writer.WriteStartArray(name);
        JsonResponse.WriteRows(writer, rows, write);
        writer.WriteEndArray();
    }
}
