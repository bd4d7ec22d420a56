using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Responds with a transaction and what became of the request (documented; the messages are assumed).</summary>
internal static class TransactionEnvelope
{
    /// <summary>Responds with a transaction that was recorded and will be applied.</summary>
    public static SandboxResponse Created(Action<Utf8JsonWriter> write) =>
        Of(202, "TRANSACTION_CREATED", "Transaction created", write);

    /// <summary>Responds with a transaction that was not recorded.</summary>
    public static SandboxResponse DryRun(Action<Utf8JsonWriter> write) =>
        Of(200, "DRY_RUN", "Transaction simulated", write);

    /// <summary>Responds with a transaction that is applied already.</summary>
    public static SandboxResponse Approved(Action<Utf8JsonWriter> write) =>
        Of(202, "APPROVED", "Transaction approved", write);

    private static SandboxResponse Of(int code, string status, string message, Action<Utf8JsonWriter> write) => JsonResponse.Object(
        writer =>
        {
            writer.WriteObject("transaction", write);
            writer.WriteString("status", status);
            writer.WriteString("message", message);
        },
        code);
}
