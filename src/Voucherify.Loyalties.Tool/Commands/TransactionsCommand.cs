using System.CommandLine;
using Spectre.Console;
using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.Tool.Rendering;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>transactions</c>: lists the transactions of a card.</summary>
internal static class TransactionsCommand
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 10_000;

    /// <summary>The largest page that the service returns.</summary>
    private const int MaxPageSize = 100;

    public static Command Create(Shell shell)
    {
        var (card, json) = (new CardInputs(), Inputs.Json());
        var limit = Inputs.Number("--limit", "The number of transactions to list.", DefaultLimit, min: 1, MaxLimit);
        var command = new Command("transactions", "Lists the transactions of a card, newest first.")
        {
            card.Member, limit, card.V2, card.Campaign, json,
        };
        card.AddChecks(command);
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(card.V2) is { } ids
            ? RunAsync(shell, ids, arguments.GetValue(limit), arguments.GetValue(json), cancellationToken)
            : RunAsync(
                shell,
                arguments.GetRequiredValue(card.Member)!,
                arguments.GetValue(limit),
                arguments.GetValue(card.Campaign),
                arguments.GetValue(json),
                cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, string member, int limit, string? campaign, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var query = new ListMemberTransactionsQuery { Limit = Math.Min(limit, MaxPageSize) };
        var transactions = await session.Client.V1.Transactions
            .ListMemberTransactionsAsync(member, query, campaign, cancellationToken: cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
        if (isJson)
        {
            ToolJson.Write(shell.Out, [.. transactions.Select(OutputOf)], ToolJson.Default.IReadOnlyListTransactionOutput);
        }
        else
        {
            Write(shell.Out, member, transactions.Count == 0 ? null : TransactionTable.Of(transactions), TransactionTable.DropOrder);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, int limit, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var query = new ListCardTransactionsQuery { Limit = Math.Min(limit, MaxPageSize) };
        var transactions = await session.Client.V2.Cards
            .ListCardTransactionsAsync(ids.Program, ids.Member, ids.Card, query, cancellationToken: cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
        if (isJson)
        {
            ToolJson.Write(shell.Out, [.. transactions.Select(OutputOf)], ToolJson.Default.IReadOnlyListTransactionOutput);
        }
        else
        {
            var table = transactions.Count == 0 ? null : CardTransactionTable.Of(transactions);
            Write(shell.Out, ids.Card.Value, table, CardTransactionTable.DropOrder);
        }

        return ExitCodes.Done;
    }

    private static TransactionOutput OutputOf(LoyaltyTransaction transaction) => new()
    {
        Id = transaction.Id,
        CreatedAt = transaction.CreatedAt,
        Type = transaction.Type?.Value,
        Points = SignedPoints.Of(transaction),
        Balance = transaction.Balance,
        Reason = transaction.Reason,
        SourceId = transaction.SourceId.Length > 0 ? transaction.SourceId : null,
    };

    private static TransactionOutput OutputOf(CardTransaction transaction) => new()
    {
        Id = transaction.Id.Value,
        CreatedAt = transaction.CreatedAt,
        Type = transaction.Type,
        Points = SignedPoints.Of(transaction),
        Status = transaction.Status,
        Reason = transaction.Details?.Reason,
    };

    private static void Write(IAnsiConsole console, string card, Table? transactions, int[] dropOrder)
    {
        if (transactions is null)
        {
            console.MarkupLine($"{SafeText.Markup(card)} has no transactions.");
            return;
        }

        console.Write(FittedTable.Of(transactions, console, dropOrder));
    }
}
