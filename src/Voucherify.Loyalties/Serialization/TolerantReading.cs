using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Reads a response that the generated code refused: it leaves out the parts that cannot be read. A part is tried alone, inside the objects
/// and lists that it belongs to, so this needs no knowledge of the model. It is slow, and only runs when a value is odd.
/// </summary>
internal static class TolerantReading
{
    /// <summary>Reads what can be read.</summary>
    /// <param name="body">The response.</param>
    /// <param name="type">How to read it.</param>
    /// <param name="skipped">The paths that were left out, such as <c>related_object</c> or <c>data[3].details</c>.</param>
    /// <returns>The value, or null if nothing could be read.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type, out IReadOnlyList<string> skipped)
        where T : class
    {
        using var document = JsonDocument.Parse(body.ToArray());
        var left = new Pruning<T>(type);
        var json = left.Prune(document.RootElement, new Place("", "", ""));
        skipped = left.Skipped;
        return json is null ? null : left.TryRead(json);
    }

    /// <summary>Where a part stands.</summary>
    /// <param name="Path">The path, for people.</param>
    /// <param name="Before">The JSON before the part, if it were alone.</param>
    /// <param name="After">The JSON after it.</param>
    private readonly record struct Place(string Path, string Before, string After)
    {
        public Place Member(string name) =>
            new(Path.Length == 0 ? name : $"{Path}.{name}", $"{Before}{{{JsonSerializer.Serialize(name, NameInfo)}:", "}" + After);

        public Place Item(int index) => new($"{Path}[{index}]", Before + "[", "]" + After);

        private static JsonTypeInfo<string> NameInfo { get; } = JsonMetadataServices.CreateValueInfo<string>(
            new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() },
            JsonMetadataServices.StringConverter);
    }

    private sealed class Pruning<T>(JsonTypeInfo<T> type)
        where T : class
    {
        private readonly List<string> _skipped = [];

        public IReadOnlyList<string> Skipped => _skipped;

        /// <summary>Returns the JSON of a part without what cannot be read; null if nothing is left of it.</summary>
        public string? Prune(JsonElement part, Place place)
        {
            var json = part.GetRawText();
            if (CanRead(place, json))
            {
                return json;
            }

            var rest = part.ValueKind switch
            {
                JsonValueKind.Object => PruneObject(part, place),
                JsonValueKind.Array => PruneList(part, place),
                _ => null,
            };
            if (rest is not null && CanRead(place, rest))
            {
                return rest;
            }

            _skipped.Add(place.Path);
            return null;
        }

        public T? TryRead(string json)
        {
            try
            {
                return JsonSerializer.Deserialize(json, type);
            }
            catch (Exception error) when (JsonErrors.IsMalformed(error))
            {
                return null;
            }
        }

        private bool CanRead(Place place, string json) => TryRead(place.Before + json + place.After) is not null;

        private string PruneObject(JsonElement part, Place place)
        {
            var rest = new StringBuilder("{");
            foreach (var member in part.EnumerateObject())
            {
                var own = place.Member(member.Name);
                if (Prune(member.Value, own) is { } json)
                {
                    rest.Append(rest.Length > 1 ? "," : "").Append(own.Before.AsSpan(place.Before.Length + 1)).Append(json);
                }
            }

            return rest.Append('}').ToString();
        }

        private string PruneList(JsonElement part, Place place)
        {
            var items = part.EnumerateArray().Select((item, index) => Prune(item, place.Item(index))).OfType<string>();
            return $"[{string.Join(',', items)}]";
        }
    }
}
