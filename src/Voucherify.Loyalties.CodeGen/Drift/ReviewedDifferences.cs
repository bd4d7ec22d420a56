using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>A difference that is intended, and why.</summary>
internal sealed record ReviewedDifference(
    [property: JsonRequired] string Pointer,
    [property: JsonRequired] string Difference,
    [property: JsonRequired] string Reason)
{
    [JsonIgnore]
    public (string Pointer, string What) Key => (Pointer, Difference);
}

/// <summary>The reviewed file: a JSON array, one entry a line.</summary>
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
            .Select(entry => $"  {{ \"pointer\": {Text(entry.Pointer)}, \"difference\": {Text(entry.Difference)}, \"reason\": {Text(entry.Reason)} }}");
        return $"[\n{string.Join(",\n", lines)}\n]\n";
    }

    private static string Text(string value) => JsonSerializer.Serialize(value, Options);
}
