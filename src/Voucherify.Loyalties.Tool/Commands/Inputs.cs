using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary>Creates arguments and options. Their error messages say what is expected.</summary>
internal static class Inputs
{
    public const string JsonName = "--json";

    public static Option<bool> Json() => new(JsonName)
    {
        Description = "Write JSON for programs, one value on one line. Errors are JSON too.",
    };

    public static Option<bool> DryRun() => new("--dry-run")
    {
        Description = "Show what would be done. Nothing is sent that moves points.",
    };

    public static Argument<string?> Member(Func<ArgumentResult, string?> read) => new("member")
    {
        Description = "The code of the loyalty card, for example ANNA. Not used with --v2.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = read,
    };

    public static Option<CardIds?> V2Card() => new("--v2")
    {
        Description = "The ids of a card of version 2, which replace the code.",
        HelpName = CardIds.Form[1..^1],
        CustomParser = result => CardIds.TryParse(ValueOf(result), out var ids, out var problem)
            ? ids
            : Reject<CardIds>(result, problem),
    };

    public static Option<string?> Campaign() => new("--campaign")
    {
        Description = "The id or name of the loyalty program. Optional, because the code of a card is enough.",
        HelpName = "id or name",
    };

    public static Argument<long> Points() => new("points")
    {
        Description = "The number of points to add. A negative number removes points.",
        CustomParser = result => long.TryParse(ValueOf(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)
            ? points
            : Reject<long>(result, $"'{ValueOf(result)}' is not a number of points. Use 100 to add points or -50 to remove them."),
    };

    public static Option<DateOnly?> Expires() => new("--expires")
    {
        Description = "The last day on which the added points can be used. Without it, the rules of the program decide.",
        HelpName = "yyyy-mm-dd",
        CustomParser = result => DateOnly.TryParseExact(
            ValueOf(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Reject<DateOnly?>(result, $"'{ValueOf(result)}' is not a date. Use --expires with a date as yyyy-mm-dd."),
    };

    public static Option<int> Number(string name, string description, int defaultValue, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => int.TryParse(ValueOf(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
            ? number
            : Reject<int>(result, $"'{ValueOf(result)}' is not valid for {name}. Use a number from {min} to {max}."),
    };

    private static string ValueOf(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    private static T? Reject<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
