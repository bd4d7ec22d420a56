using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What a kind of configuration consists of, and what may become of it (documented).</summary>
/// <param name="Type">The type of the resource in errors, and the marker in responses.</param>
/// <param name="IdPrefix">The prefix of its ids.</param>
internal sealed record ResourceKind(string Type, string IdPrefix)
{
    /// <summary>What its routes call its id, such as <c>cardDefinitionId</c>.</summary>
    public string IdName { get; } = string.Concat(Type.Split('_').Select(static (word, index) =>
        index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])) + "Id";

    /// <summary>The prefix of the cursors of its list.</summary>
    public required string CursorPrefix { get; init; }

    /// <summary>
    /// The properties besides name and status, in the order of a response, each with the JSON that a response has if it was not set. Null:
    /// the response leaves it out.
    /// </summary>
    public required IReadOnlyDictionary<string, string?> Properties { get; init; }

    /// <summary>The properties that a request for a new one must have besides the name.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The properties that an update may change once it is no draft.</summary>
    public required IReadOnlySet<string> ChangeableAfterDraft { get; init; }

    /// <summary>The properties that an update never changes.</summary>
    public IReadOnlySet<string> Fixed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What its list can be sorted by.</summary>
    public required IReadOnlyList<string> Orders { get; init; }

    /// <summary>Whether it can be switched off without becoming a draft.</summary>
    public bool CanDeactivate { get; init; }

    /// <summary>Whether it can become a draft again.</summary>
    public bool CanDraft { get; init; }

    /// <summary>Returns what is wrong with a body, or null.</summary>
    public Func<JsonElement, string?> Check { get; init; } = static _ => null;

    /// <summary>Returns what of a body only the real service supports, or null.</summary>
    public Func<JsonElement, string?> FindUnsupported { get; init; } = static _ => null;

    /// <summary>Returns what is stored of a property that was sent.</summary>
    public Func<string, JsonElement, NestedIds, JsonElement> Store { get; init; } = static (_, value, _) => value;
}
