using System.CommandLine;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Commands;

/// <summary><c>transactions</c>: lists the transactions of a card.</summary>
internal static class TransactionsCommand
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 10_000;

    /// <summary>The largest page that the service returns.</summary>
    private const int MaxPageSize = 100;

    public static Command Create(Shell shell)
    {
        var (member, campaign) = (Inputs.Member(), Inputs.Campaign());
        var limit = Inputs.Number("--limit", "The number of transactions to list.", DefaultLimit, min: 1, MaxLimit);
        var command = new Command("transactions", "Lists the transactions of a card, newest first.") { member, limit, campaign };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(
                shell, arguments.GetRequiredValue(member), arguments.GetValue(limit), arguments.GetValue(campaign), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string member, int limit, string? campaign, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var query = new ListMemberTransactionsQuery { Limit = Math.Min(limit, MaxPageSize) };
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
