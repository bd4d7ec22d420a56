using System.CommandLine;
using Spectre.Console;
using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.Tool.Rendering;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>show</c>: shows a card.</summary>
internal static class ShowCommand
{
    public static Command Create(Shell shell)
    {
        var (card, json) = (new CardInputs(), Inputs.Json());
        var command = new Command("show", "Shows the balance of a card and the points that expire next.")
        {
            card.Member, card.V2, card.Campaign, json,
        };
        card.AddChecks(command);
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(card.V2) is { } ids
            ? RunAsync(shell, ids, arguments.GetValue(json), cancellationToken)
            : RunAsync(
                shell,
                arguments.GetRequiredValue(card.Member)!,
                arguments.GetValue(card.Campaign),
                arguments.GetValue(json),
                cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, string member, string? campaign, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var card = await session.Client.V1.Members.GetMemberAsync(member, campaign, cancellationToken: cancellationToken);
        Write(shell.Out, isJson, OutputOf(card), MemberTable.Of(card));
        return ExitCodes.Done;
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var (member, card) = await GetCardAsync(session, ids, cancellationToken);
        Write(shell.Out, isJson, OutputOf(member, card), MemberTable.Of(member, card));
        return ExitCodes.Done;
    }

    /// <summary>Reads a card of version 2 and its member.</summary>
    /// <exception cref="NotFoundException">The member does not have the card.</exception>
    public static async Task<(Member Member, Card Card)> GetCardAsync(Session session, CardIds ids, CancellationToken cancellationToken)
    {
        var member = await session.Client.V2.Members.GetMemberAsync(ids.Program, ids.Member, cancellationToken: cancellationToken);
        var card = member.Cards?.FirstOrDefault(held => held.Card?.Id == ids.Card)?.Card
            ?? throw new NotFoundException($"The member {ids.Member} has no card {ids.Card}.");
        return (member, card);
    }

    private static void Write(IAnsiConsole console, bool isJson, CardOutput card, Table table)
    {
        if (isJson)
        {
            ToolJson.Write(console, card, ToolJson.Default.CardOutput);
        }
        else
        {
            console.Write(FittedTable.OfDetails(table, console));
        }
    }

    private static CardOutput OutputOf(LoyaltyMember member) => new()
    {
        Card = member.Code.Value,
        Program = member.Campaign ?? (member.CampaignId.HasValue ? member.CampaignId.Value : null),
        Holder = member.HolderId.Length > 0 ? member.HolderId : null,
        Balance = member.LoyaltyCard?.Balance,
        PendingPoints = member.LoyaltyCard?.PendingPoints,
        NextExpirationPoints = member.LoyaltyCard?.NextExpirationPoints,
        NextExpirationDate = member.LoyaltyCard?.NextExpirationDate,
    };

    private static CardOutput OutputOf(Member member, Card card) => new()
    {
        Card = card.Id.Value,
        Program = member.ProgramId.HasValue ? member.ProgramId.Value : null,
        Member = member.Id.HasValue ? member.Id.Value : null,
        Balance = card.Balance?.Points,
        PendingPoints = card.Balance?.PendingPoints,
        NextExpirationPoints = card.NextExpiration?.Points,
        NextExpirationDate = card.NextExpiration?.Date,
    };
}
