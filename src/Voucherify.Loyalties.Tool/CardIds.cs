using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool;

/// <summary>The ids that name a card of version 2.</summary>
internal sealed record CardIds(ProgramId Program, MemberId Member, CardId Card)
{
    /// <summary>How the ids are written on a command line.</summary>
    public const string Form = "<program>/<member>/<card>";

    private static readonly (string Kind, string Prefix)[] Parts = [("program", "lprg_"), ("member", "lmbr_"), ("card", "lcrd_")];

    /// <summary>Reads the ids. Each must have the prefix of its kind, so that a mistake is found before anything is sent.</summary>
    /// <param name="value">The value of the option.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="problem">What is wrong, if they cannot be read.</param>
    public static bool TryParse(string value, [NotNullWhen(true)] out CardIds? ids, [NotNullWhen(false)] out string? problem)
    {
        var values = value.Split('/');
        problem = values.Length == Parts.Length
            ? Parts.Zip(values, FindProblem).FirstOrDefault(static found => found is not null)
            : $"'{value}' does not name a card of version 2. Use --v2 {Form} with the three ids.";
        ids = problem is null ? new CardIds(values[0], values[1], values[2]) : null;
        return ids is not null;
    }

    /// <summary>The ids as they are written on a command line.</summary>
    public override string ToString() => $"{Program}/{Member}/{Card}";

    private static string? FindProblem((string Kind, string Prefix) part, string value) =>
        value.Length > part.Prefix.Length && value.StartsWith(part.Prefix, StringComparison.Ordinal)
            ? null
            : $"'{value}' is not the id of a {part.Kind}, which begins with {part.Prefix}. Use --v2 {Form}.";
}
