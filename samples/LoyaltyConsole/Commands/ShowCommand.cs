using System.CommandLine;
using LoyaltyConsole.Rendering;

namespace LoyaltyConsole.Commands;

/// <summary><c>show</c>: shows a card.</summary>
internal static class ShowCommand
{
    public static Command Create(Shell shell)
    {
        var (member, campaign) = (Inputs.Member(), Inputs.Campaign());
        var command = new Command("show", "Shows the balance of a card and the points that expire next.") { member, campaign };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(shell, arguments.GetRequiredValue(member), arguments.GetValue(campaign), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string member, string? campaign, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var card = await session.Client.V1.Members.GetMemberAsync(member, campaign, cancellationToken: cancellationToken);
        shell.Out.Write(MemberTable.Of(card));
        return 0;
    }
}
