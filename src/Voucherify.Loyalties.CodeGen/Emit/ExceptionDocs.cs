using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>What the methods of the clients throw.</summary>
internal static class ExceptionDocs
{
    /// <summary>Whether the exception types exist in the core, so that the docs can link to them.</summary>
    private static bool TypesExist => false;

    public static void Write(CodeWriter writer, OperationModel operation)
    {
        writer.Doc("exception", "An id, the request or the query is not valid; nothing was sent.", Cref("ArgumentException"));
        foreach (var (type, text) in TypesExist ? Own(operation) : [])
        {
            writer.Doc("exception", text, Cref(type));
        }

        writer.Doc("exception", "The call was cancelled.", Cref("OperationCanceledException"));
    }

    private static IEnumerable<(string Type, string Text)> Own(OperationModel operation)
    {
        yield return ("LoyaltyApiException", "The service refused the request.");
        yield return ("LoyaltyRateLimitException", "A rate limit is reached, and the wait is longer than the client may wait.");
        yield return ("LoyaltyConnectionException", "The service cannot be reached.");
        yield return ("LoyaltyTimeoutException", "The call took longer than its timeout.");
        yield return ("LoyaltyResponseException", "The answer of the service cannot be read.");
        if (operation.MayEndUnknown)
        {
            yield return ("LoyaltyOutcomeUnknownException", "Whether the service applied the change is not known.");
        }

        if (operation.Idempotency == "reconciled")
        {
            yield return ("LoyaltySourceIdConflictException", "The `source_id` belongs to another change.");
        }
    }

    private static string Cref(string type) => $" cref=\"{type}\"";
}
