using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>What the methods of the clients throw.</summary>
internal static class ExceptionDocs
{
    public static void Write(CodeWriter writer, OperationModel operation, bool isWholeList)
    {
        writer.Doc("exception", "An id, the request or the query is not valid; nothing was sent.", Cref("ArgumentException"));
        foreach (var (type, text) in Own(operation))
        {
            writer.Doc("exception", text, Cref(type));
        }

        if (isWholeList)
        {
            writer.Doc("exception", "More items may follow, but the service has no way to them: what was listed may not be the whole.", Cref("LoyaltyException"));
        }

        writer.Doc("exception", "The call was cancelled.", Cref("OperationCanceledException"));
    }

    private static IEnumerable<(string Type, string Text)> Own(OperationModel operation)
    {
        yield return ("LoyaltyApiException", "The service refused the request.");
        yield return ("LoyaltyRateLimitException", "A rate limit is reached, and the wait is longer than the client may wait.");
        yield return ("LoyaltyConnectionException", "The service cannot be reached.");
        yield return ("LoyaltyTimeoutException", "The call took longer than its timeout.");
        if (!operation.MayEndUnknown)
        {
            yield return ("LoyaltyResponseException", "The answer of the service cannot be read.");
        }
        else
        {
            // For such a write an unreadable answer is one more reason not to know.
            yield return ("LoyaltyOutcomeUnknownException", "The request was sent, and nothing tells whether it was applied. Do not repeat it blindly.");
            yield return ("LoyaltyOperationCanceledException", "The call was cancelled after the request may have left.");
        }
    }

    private static string Cref(string type) => $" cref=\"{type}\"";
}
