using System.CommandLine;
using System.CommandLine.Parsing;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary>The argument and the options that name a card: its code in version 1, or <c>--v2</c> with three ids.</summary>
internal sealed class CardInputs
{
    public CardInputs() => Member = Inputs.Member(TakeMember);

    /// <summary>The code of a card of version 1. It must be the first argument of its command.</summary>
    public Argument<string?> Member { get; }

    public Option<string?> Campaign { get; } = Inputs.Campaign();

    public Option<CardIds?> V2 { get; } = Inputs.V2Card();

    /// <summary>Lets a command report a missing card, and an option that version 2 does not have.</summary>
    /// <param name="command">The command, with all of its arguments and options.</param>
    /// <param name="v1Options">The options of the command that only version 1 has, apart from <see cref="Campaign"/>.</param>
    public void AddChecks(Command command, params Option[] v1Options) => command.Validators.Add(result =>
    {
        if (result.GetResult(V2) is null)
        {
            CheckMember(result);
            return;
        }

        foreach (var option in v1Options.Append(Campaign).Where(option => result.GetResult(option) is not null))
        {
            result.AddError($"{option.Name} cannot be used with {V2.Name}: only version 1 has it.");
        }
    });

    private void CheckMember(CommandResult result)
    {
        if (result.GetResult(Member) is not { Tokens.Count: > 0 })
        {
            result.AddError($"The card is missing. Name it by its code, or by {V2.Name} {CardIds.Form}.");
        }
    }

    // With --v2, there is no code, and what looks like one is the next argument.
    private string? TakeMember(ArgumentResult result)
    {
        if (result.Tokens is not [var token, ..])
        {
            return null;
        }

        if (result.GetResult(V2) is null)
        {
            return token.Value;
        }

        if (result.Parent is CommandResult command && command.Command.Arguments.All(argument => HasValue(command, argument)))
        {
            result.AddError($"'{token.Value}' and {V2.Name} both name a card. Use one of them.");
        }
        else
        {
            result.OnlyTake(0);
        }

        return null;
    }

    private static bool HasValue(CommandResult command, Argument argument) => command.GetResult(argument) is { Tokens.Count: > 0 };
}
