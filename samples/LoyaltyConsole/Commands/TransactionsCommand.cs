using System.CommandLine;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

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
        var card = new CardInputs();
        var limit = Inputs.Number("--limit", "The number of transactions to list.", DefaultLimit, min: 1, MaxLimit);
        var command = new Command("transactions", "Lists the transactions of a card, newest first.")
        {
            card.Member, limit, card.V2, card.Campaign,
        };
        card.AddChecks(command);
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(card.V2) is { } ids
            ? RunAsync(shell, ids, arguments.GetValue(limit), cancellationToken)
            : RunAsync(
                shell,
                arguments.GetRequiredValue(card.Member)!,
                arguments.GetValue(limit),
                arguments.GetValue(card.Campaign),
                cancellationToken));
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
        Write(shell.Out, member, transactions.Count == 0 ? null : TransactionTable.Of(transactions));
        return 0;
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, int limit, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var query = new ListCardTransactionsQuery { Limit = Math.Min(limit, MaxPageSize) };
        var transactions = await session.Client.V2.Cards
            .ListCardTransactionsAsync(ids.Program, ids.Member, ids.Card, query, cancellationToken: cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
        Write(shell.Out, ids.Card.Value, transactions.Count == 0 ? null : CardTransactionTable.Of(transactions));
        return 0;
    }

    private static void Write(IAnsiConsole console, string card, Table? transactions)
    {
        if (transactions is null)
        {
            console.MarkupLine($"{SafeText.Markup(card)} has no transactions.");
            return;
        }

        console.Write(transactions);
    }
}
