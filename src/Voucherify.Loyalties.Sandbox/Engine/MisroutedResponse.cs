using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>The response to an adjustment that another request made. It never has the points that were requested.</summary>
internal static class MisroutedResponse
{
    public static SandboxResponse To(SandboxRequest request, double choice)
    {
        var requested = JsonBody.TryParseObject(request.Body, out var root, out _)
            && JsonBody.TryReadInteger(root, "points", out var number, out _)
                ? number
                : 0;
        var step = choice < 0.5 && Math.Abs(requested) > 1 ? -1 : 1;
        var points = requested + (step * (requested < 0 ? -1 : 1));
        return RequestTarget.Parse(request.Target).Segments is ["v2", ..]
            ? JsonResponse.Object(writer => WriteTransaction(writer, points))
            : JsonResponse.Object(writer => WriteBalance(writer, points));
    }

    // Some points are left on the card: a removal that takes the last ones may take fewer.
    private static void WriteBalance(Utf8JsonWriter writer, long points)
    {
        writer.WriteNumber("points", points);
        writer.WriteNumber("total", 999);
        writer.WriteNumber("balance", 999);
        writer.WriteString("type", "loyalty_card");
        writer.WriteString("object", "balance");
        writer.WriteObject("related_object", related =>
        {
            related.WriteString("type", "voucher");
            related.WriteString("id", "v_other");
        });
        writer.WriteString("operation_type", "MANUAL");
    }

    private static void WriteTransaction(Utf8JsonWriter writer, long points)
    {
        writer.WriteObject("transaction", transaction =>
        {
            transaction.WriteString("id", "lctx_0ther");
            transaction.WriteString("card_id", "lcrd_0ther");
            transaction.WriteString("type", points < 0 ? "ADMIN_DEBIT" : "ADMIN_CREDIT");
            transaction.WriteObject("details", details => details.WriteObject("points", inner => inner.WriteNumber("total", points)));
            transaction.WriteString("status", "PENDING");
            transaction.WriteString("object", "card_transaction");
        });
        writer.WriteString("status", "TRANSACTION_CREATED");
        writer.WriteString("message", "Points addition transaction created");
    }
}
