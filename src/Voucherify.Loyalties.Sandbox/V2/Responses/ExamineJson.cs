using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what both examinations have: whom and what they are about.</summary>
internal static class ExamineJson
{
    public static void WriteCustomer(Utf8JsonWriter writer, Customer customer)
    {
        writer.WriteString("id", customer.Id);
        writer.WriteString("source_id", customer.SourceId);
        customer.Profile.WriteObject(writer, "metadata");
        writer.WriteString("object", "customer");
    }

    /// <summary>Writes the member and the program of a membership.</summary>
    public static void WriteMember(Utf8JsonWriter writer, Member member)
    {
        writer.WriteObject("member", inner =>
        {
            inner.WriteString("id", member.Id);
            inner.WriteString("customer_id", member.Customer.Id);
            inner.WriteString("program_id", member.Program.Id);
            MemberJson.WriteMetadata(inner, member.Metadata);
            inner.WriteString("object", "member");
        });
        writer.WriteObject("program", inner =>
        {
            inner.WriteString("id", member.Program.Id);
            inner.WriteString("name", member.Program.Name);
            MemberJson.WriteMetadata(inner, member.Program.Metadata);
            inner.WriteString("object", "program");
        });
    }

    public static void WriteCard(Utf8JsonWriter writer, LoyaltyCard card) => writer.WriteObject("card", inner =>
    {
        inner.WriteString("id", card.Id);
        inner.WriteString("card_definition_id", card.Definition.Id);
        inner.WriteString("card_type", "INDIVIDUAL");
        inner.WriteString("code", card.Code);
        inner.WriteString("object", "card");
    });

    /// <summary>Writes only which resource it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, string name, string id) => writer.WriteObject(name, inner =>
    {
        inner.WriteString("id", id);
        inner.WriteString("object", name);
    });
}
