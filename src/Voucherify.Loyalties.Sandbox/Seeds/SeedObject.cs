using System.Globalization;
using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>Reads the members of an object of a seed. A member that it does not know is a problem, because it may be misspelt.</summary>
internal sealed class SeedObject
{
    private readonly SeedNode _node;

    private SeedObject(SeedNode node) => _node = node;

    /// <summary>Opens an object.</summary>
    /// <param name="node">The object.</param>
    /// <param name="members">The members that it may have.</param>
    public static SeedObject Of(SeedNode node, params string[] members)
    {
        if (node.Type != JsonTokenType.StartObject)
        {
            throw node.Problem("This must be an object.");
        }

        var unknown = node.Members.FirstOrDefault(member => !members.Contains(member.Key, StringComparer.Ordinal));
        return unknown.Value is null
            ? new SeedObject(node)
            : throw unknown.Value.Problem($"There is no such member. Known are {string.Join(", ", members)}.");
    }

    public SeedNode? Find(string name) => _node.Members.TryGetValue(name, out var value) && value.Type != JsonTokenType.Null ? value : null;

    public SeedNode Require(string name) =>
        Find(name) ?? throw new SandboxSeedException(_node.Line, _node.PathOf(name), "The member is missing.");

    public string Text(string name) => TextOf(Require(name));

    public string? FindText(string name) => Find(name) is { } node ? TextOf(node) : null;

    public long Number(string name, long least) => NumberOf(Require(name), least);

    public long? FindNumber(string name, long least) => Find(name) is { } node ? NumberOf(node, least) : null;

    public bool? FindFlag(string name) => Find(name) is not { } node ? null : node.Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw node.Problem("This must be true or false."),
    };

    public DateOnly? FindDay(string name) => Find(name) is not { } node ? null
        : DateOnly.TryParseExact(node.Scalar, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw node.Problem("This must be a day as yyyy-mm-dd.");

    /// <summary>Returns the elements of an array, or null if the member is absent.</summary>
    public IReadOnlyList<T>? FindList<T>(string name, Func<SeedNode, T> read) => Find(name) is not { } node ? null
        : node.Type == JsonTokenType.StartArray ? [.. node.Items.Select(read)]
        : throw node.Problem("This must be an array.");

    private static string TextOf(SeedNode node) => node.Type == JsonTokenType.String && !string.IsNullOrWhiteSpace(node.Scalar)
        ? node.Scalar
        : throw node.Problem("This must be a string that is not empty.");

    private static long NumberOf(SeedNode node, long least) =>
        node.Type == JsonTokenType.Number
        && long.TryParse(node.Scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= SeedLimits.MostPoints
            ? number
            : throw node.Problem(
                string.Create(CultureInfo.InvariantCulture, $"This must be a whole number from {least} to {SeedLimits.MostPoints}."));
}
