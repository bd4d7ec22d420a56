using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LoyaltyConsole.Commands;

/// <summary>Arguments and options, with messages that say what was expected.</summary>
internal static class Inputs
{
    public static Argument<string> Member() => new("member") { Description = "The code of the loyalty card, such as ANNA on the sandbox." };

    public static Option<string?> Campaign() => new("--campaign")
    {
        Description = "The id or the name of the loyalty program. Not needed: a card is found without it.",
        HelpName = "id or name",
    };

    public static Argument<long> Points() => new("points")
    {
        Description = "How many points to add, or to remove with a number below zero.",
        CustomParser = result => long.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)
            ? points
            : Refuse<long>(result, $"'{Text(result)}' is no number of points: write 100 to add or -50 to remove."),
    };

    public static Option<DateOnly?> Expires() => new("--expires")
    {
        Description = "The last day on which added points can be used. Without it the rules of the program decide.",
        HelpName = "yyyy-mm-dd",
        CustomParser = result => DateOnly.TryParseExact(
            Text(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refuse<DateOnly?>(result, $"'{Text(result)}' is no day: write --expires as yyyy-mm-dd."),
    };

    public static Option<int> Number(string name, string description, int byDefault, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : Refuse<int>(result, $"'{Text(result)}' does not fit {name}: write a number from {least} to {most}."),
    };

    private static string Text(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
