using System.Text;
using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>Parses the JSON of a seed. Comments and commas at the end of a list are allowed, because people write seeds by hand.</summary>
internal static class SeedParser
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SandboxSeedException">The text is not JSON, or has a member twice.</exception>
    public static SeedNode Parse(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, new LineCounter(bytes), path: "");
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            throw new SandboxSeedException((int)(exception.LineNumber ?? 0) + 1, "", "The seed is not valid JSON.");
        }
        catch (InvalidOperationException)
        {
            throw new SandboxSeedException(1, "", "The seed has a string that is not valid text.");
        }
    }

    private static SeedNode ReadValue(ref Utf8JsonReader reader, LineCounter lines, string path)
    {
        var node = new SeedNode(reader.TokenType, lines.LineAt(reader.TokenStartIndex), path)
        {
            Scalar = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            },
        };
        if (node.Type == JsonTokenType.StartObject)
        {
            ReadMembers(ref reader, lines, node);
        }
        else if (node.Type == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                node.Items.Add(ReadValue(ref reader, lines, $"{path}[{node.Items.Count}]"));
            }
        }

        return node;
    }

    private static void ReadMembers(ref Utf8JsonReader reader, LineCounter lines, SeedNode node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            var value = ReadValue(ref reader, lines, node.PathOf(name));
            if (!node.Members.TryAdd(name, value))
            {
                throw value.Problem("The member is there twice.");
            }
        }
    }
}
