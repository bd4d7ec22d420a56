using System.Globalization;
using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Names places in JSON, such as <c>data[3].details</c>.</summary>
internal static class JsonPaths
{
    /// <summary>Returns the paths of the values that begin at these positions, in their order.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> json, HashSet<long> positions)
    {
        var paths = new List<string>();
        var steps = new Stack<Step>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    steps.Peek().Name = JsonReading.Text(ref reader);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.Pop();
                    continue;
            }

            if (steps.TryPeek(out var parent))
            {
                parent.Index++;
            }

            if (positions.Contains(reader.TokenStartIndex))
            {
                paths.Add(string.Concat(steps.Reverse().Select(static step => step.ToString())).TrimStart('.'));
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                steps.Push(new Step());
            }
        }

        return paths;
    }

    /// <summary>The current member of an object, or the current item of a list.</summary>
    private sealed class Step
    {
        public string? Name { get; set; }

        public int Index { get; set; } = -1;

        public override string ToString() => Name is null ? string.Create(CultureInfo.InvariantCulture, $"[{Index}]") : $".{Name}";
    }
}
