using System.CommandLine;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Commands;

/// <summary><c>transactions</c>: what moved the points of a card.</summary>
internal static class TransactionsCommand
{
    private const int DefaultLimit = 20;
    private const int MostLimit = 10_000;

    /// <summary>The largest page of the service.</summary>
    private const int MostPerPage = 100;

    public static Command Create(Shell shell)
    {
        var (member, campaign) = (Inputs.Member(), Inputs.Campaign());
        var limit = Inputs.Number("--limit", "How many to list, the newest first.", DefaultLimit, least: 1, MostLimit);
        var command = new Command("transactions", "Lists what moved the points of a card, the newest first.") { member, limit, campaign };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(
                shell, arguments.GetRequiredValue(member), arguments.GetValue(limit), arguments.GetValue(campaign), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string member, int limit, string? campaign, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var query = new ListMemberTransactionsQuery { Limit = Math.Min(limit, MostPerPage) };
        var transactions = await session.Client.V1.Transactions
            .ListMemberTransactionsAsync(member, query, campaign, cancellationToken: cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
        if (transactions.Count == 0)
        {
            shell.Out.MarkupLine($"{SafeText.Markup(member)} has no transactions.");
            return 0;
        }

        shell.Out.Write(TransactionTable.Of(transactions));
        return 0;
    }
}
