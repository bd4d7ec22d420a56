using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>Makes responses that have rows.</summary>
internal static class ListResponse
{
    /// <summary>The property that usually has the rows.</summary>
    public const string Data = "data";

    /// <summary>Responds with rows, and with how many there are in all.</summary>
    public static SandboxResponse Of<T>(IEnumerable<T> rows, int total, Action<Utf8JsonWriter, T> writeRow, string name = Data) =>
        JsonResponse.Object(writer =>
        {
            WriteRows(writer, rows, writeRow, name);
            writer.WriteNumber("total", total);
        });

    /// <summary>Writes the properties that every list begins with.</summary>
    public static void WriteRows<T>(Utf8JsonWriter writer, IEnumerable<T> rows, Action<Utf8JsonWriter, T> writeRow, string name = Data)
    {
        writer.WriteString("object", "list");
        writer.WriteString("data_ref", name);
        writer.WriteArray(name, rows, writeRow);
    }
}
