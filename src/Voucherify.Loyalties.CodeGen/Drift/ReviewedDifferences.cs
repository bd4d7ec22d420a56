using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Reads and writes the reviewed file: a JSON array with one entry a line.</summary>
internal static class ReviewedDifferences
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="DocumentException">The file is not a list of entries.</exception>
    public static IReadOnlyList<ReviewedDifference> Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<ReviewedDifference>>(json, Options) ?? [];
        }
        catch (JsonException exception)
        {
            throw new DocumentException("the reviewed differences", exception.Message);
        }
    }

    public static string Write(IEnumerable<ReviewedDifference> entries)
    {
        var lines = entries
            .OrderBy(entry => entry.Pointer, StringComparer.Ordinal)
            .ThenBy(entry => entry.Difference, StringComparer.Ordinal)
            .Select(Line);
        return $"[\n{string.Join(",\n", lines)}\n]\n";
    }

    private static string Line(ReviewedDifference entry) =>
        $"  {{ \"pointer\": {Quoted(entry.Pointer)}, \"difference\": {Quoted(entry.Difference)}, \"reason\": {Quoted(entry.Reason)} }}";

    private static string Quoted(string value) => JsonSerializer.Serialize(value, Options);
}
