namespace Voucherify.Loyalties.Ids;

/// <summary>A kind of ids, and how one is recognized.</summary>
/// <param name="Name">What the id is of, such as <c>campaign</c>.</param>
/// <param name="Prefix">What the ids that the service makes begin with.</param>
/// <param name="MinSuffix">How many letters or digits follow at least: a shorter value may be a name that somebody chose.</param>
internal sealed record IdKind(string Name, string Prefix, int MinSuffix)
{
    /// <summary>The name with its article.</summary>
    public string WithArticle => $"{("aeiou".Contains(Name[0], StringComparison.Ordinal) ? "an" : "a")} {Name}";

    /// <summary>Whether a value has the form of the ids of this kind.</summary>
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
