namespace Voucherify.Loyalties.Ids;

/// <summary>A kind of id, and how to recognize one.</summary>
/// <param name="Name">What the id identifies, such as <c>campaign</c>.</param>
/// <param name="Prefix">The prefix of the ids that the service generates.</param>
/// <param name="MinSuffix">
/// The minimum number of letters or digits after the prefix. A shorter value may be a name that a user chose.
/// </param>
internal sealed record IdKind(string Name, string Prefix, int MinSuffix)
{
    /// <summary>The name with its article.</summary>
    public string WithArticle => $"{("aeiou".Contains(Name[0], StringComparison.Ordinal) ? "an" : "a")} {Name}";

    /// <summary>Whether a value has the form of an id of this kind.</summary>
    public bool Matches(string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var suffix = value.AsSpan(Prefix.Length);
        return MinSuffix == 0 || (suffix.Length >= MinSuffix && !suffix.ContainsAnyExcept(LettersAndDigits));
    }

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
