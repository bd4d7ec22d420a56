using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes the benefits that members got.</summary>
internal static class BenefitTransactionJson
{
    public static void Write(Utf8JsonWriter writer, BenefitTransaction row)
    {
        writer.WriteString("id", row.Id);
        writer.WriteString("benefit_id", row.Grant.BenefitId);
        writer.WriteString("program_id", row.Grant.Member.Program.Id);
        writer.WriteString("member_id", row.Grant.Member.Id);
        writer.WriteString("earning_rule_id", row.Grant.Rule.Id);
        writer.WriteString("type", "FULFILLMENT");
        writer.WriteObject("details", details => WriteDetails(details, row));
        writer.WriteString("status", row.Rejection is null ? TransactionStatus.Approved : TransactionStatus.Rejected);
        writer.WriteInstant("created_at", row.CreatedAt);
        writer.WriteInstant("updated_at", row.CreatedAt);
        writer.WriteString("object", "benefit_transaction");
    }

    private static void WriteDetails(Utf8JsonWriter writer, BenefitTransaction row)
    {
        writer.WriteString("reason", $"{row.Grant.Member.Program.Name} / {row.Grant.Rule.Name}");
        RejectionJson.Write(writer, row.Rejection);
        writer.WriteObject("metadata", metadata =>
        {
            metadata.WriteString("event_id", row.EventId);
            metadata.WriteString("earning_item_id", row.Grant.EarningId);
        });
        if (row.Rejection is not null)
        {
            writer.WriteNull("result");
            return;
        }

        writer.WriteObject("result", result => result.WriteObject("details", details => details.WriteObject("material", WriteMaterial)));
    }

    // All benefits are the same product, as the rewards of programs that are ready for use.
    private static void WriteMaterial(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "PRODUCT");
        writer.WriteObject("product", static product => product.WriteString("id", "prod_0"));
    }
}
