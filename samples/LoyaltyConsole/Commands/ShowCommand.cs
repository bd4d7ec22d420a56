using System.CommandLine;
using LoyaltyConsole.Rendering;

namespace LoyaltyConsole.Commands;

/// <summary><c>show</c>: shows a card.</summary>
internal static class ShowCommand
{
    public static Command Create(Shell shell)
    {
        var card = new CardInputs();
        var command = new Command("show", "Shows the balance of a card and the points that expire next.")
        {
            card.Member, card.V2, card.Campaign,
        };
        card.AddChecks(command);
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(card.V2) is { } ids
            ? RunAsync(shell, ids, cancellationToken)
            : RunAsync(shell, arguments.GetRequiredValue(card.Member)!, arguments.GetValue(card.Campaign), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string member, string? campaign, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var card = await session.Client.V1.Members.GetMemberAsync(member, campaign, cancellationToken: cancellationToken);
        shell.Out.Write(MemberTable.Of(card));
        return 0;
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var member = await session.Client.V2.Members.GetMemberAsync(ids.Program, ids.Member, cancellationToken: cancellationToken);
        var card = member.Cards?.FirstOrDefault(held => held.Card?.Id == ids.Card)?.Card
            ?? throw new UsageException($"The member {ids.Member} has no card {ids.Card}.");
        shell.Out.Write(MemberTable.Of(member, card));
        return 0;
    }
}
