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
        IReadOnlyList<TransactionOutput> outputs = [.. transactions.Select(OutputOf)];
        return Write(shell.Out, isJson, member, outputs, () => TransactionTable.Of(transactions), TransactionTable.DropOrder);
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, int limit, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var query = new ListCardTransactionsQuery { Limit = Math.Min(limit, MaxPageSize) };
        var transactions = await session.Client.V2.Cards
            .ListCardTransactionsAsync(ids.Program, ids.Member, ids.Card, query, cancellationToken: cancellationToken)
            .Take(limit)
            .ToListAsync(cancellationToken);
        IReadOnlyList<TransactionOutput> outputs = [.. transactions.Select(OutputOf)];
        return Write(
            shell.Out, isJson, ids.Card.Value, outputs, () => CardTransactionTable.Of(transactions), CardTransactionTable.DropOrder);
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

    private static int Write(
        IAnsiConsole console,
        bool isJson,
        string card,
        IReadOnlyList<TransactionOutput> transactions,
        Func<Table> tableOf,
        int[] dropOrder)
    {
        if (isJson)
        {
            ToolJson.Write(console, transactions, ToolJson.Default.IReadOnlyListTransactionOutput);
        }
        else if (transactions.Count == 0)
        {
            console.MarkupLine($"{SafeText.Markup(card)} has no transactions.");
        }
        else
        {
            console.Write(FittedTable.Of(tableOf(), console, dropOrder));
        }

        return ExitCodes.Done;
    }
}
