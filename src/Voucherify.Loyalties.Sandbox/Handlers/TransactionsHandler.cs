using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Handlers.Listing;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Ledger;

namespace Voucherify.Loyalties.Sandbox.Handlers;

/// <summary>Lists what happened to a card, a page at a time.</summary>
internal sealed class TransactionsHandler(MemberLocator members)
{
    public SandboxResponse List(SandboxCall call)
    {
        if (!TransactionQuery.TryParse(call.Target.Query, call.Now, out var query, out var problem))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        return members.TryFind(call, out var card, out var refusal)
            ? JsonAnswer.Of(200, writer => WritePage(writer, card, query))
            : refusal;
    }

    private static void WritePage(Utf8JsonWriter writer, Card card, TransactionQuery query)
    {
        var (page, hasMore) = query.Run(card.Transactions);
        writer.WriteString("object", "list");
        writer.WriteString("data_ref", "data");
        writer.WriteStartArray("data");
        foreach (var transaction in page)
        {
            writer.WriteStartObject();
            WriteTransaction(writer, card, transaction);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteBoolean("has_more", hasMore);

        // Left out on the last page (A).
        if (hasMore)
        {
            writer.WriteString("more_starting_after", page[^1].Id);
        }
    }

    private static void WriteTransaction(Utf8JsonWriter writer, Card card, Transaction transaction)
    {
        writer.WriteString("id", transaction.Id);
        writer.WriteString("source_id", transaction.SourceId);
        writer.WriteString("voucher_id", card.Id);
        writer.WriteString("campaign_id", card.Campaign.Id);
        writer.WriteString("source", transaction.Source);
        writer.WriteString("reason", transaction.Reason);
        writer.WriteString("type", transaction.Type);
        writer.WriteStartObject("details");
        writer.WriteStartObject("balance");
        BalanceJson.WriteMembers(writer, card, transaction.Points, transaction.Total, transaction.Balance);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteNull("related_transaction_id");
        writer.WriteInstant("created_at", transaction.CreatedAt);
    }
}
