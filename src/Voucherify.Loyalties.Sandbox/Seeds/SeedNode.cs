using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A value of a seed that knows where it stands, so that a problem can name its line and its path.</summary>
internal sealed class SeedNode(JsonTokenType type, int line, string path)
{
    /// <summary>The first token of the value.</summary>
    public JsonTokenType Type { get; } = type;

    public int Line { get; } = line;

    public string Path { get; } = path;

    /// <summary>The string, or the number as it is written; null for every other value.</summary>
    public string? Scalar { get; init; }

    /// <summary>The elements of an array.</summary>
    public List<SeedNode> Items { get; } = [];

    /// <summary>The members of an object.</summary>
    public Dictionary<string, SeedNode> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the path of a member.</summary>
    public string PathOf(string member) => Path.Length == 0 ? member : $"{Path}.{member}";

    public SandboxSeedException Problem(string problem) => new(Line, Path, problem);
}
