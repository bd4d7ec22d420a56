using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Documents the exceptions of the methods.</summary>
internal static class ExceptionDocs
{
    public static void Write(CodeWriter writer, OperationModel operation, bool isWholeList)
    {
        foreach (var (type, text) in All(operation, isWholeList))
        {
            writer.Doc("exception", text, $" cref=\"{type}\"");
        }
    }

    private static IEnumerable<(string Type, string Text)> All(OperationModel operation, bool isWholeList)
    {
        yield return ("ArgumentException", "An id, the request or the query is invalid. Nothing was sent.");
        yield return ("LoyaltyApiException", "The service refused the request.");
        yield return ("LoyaltyRateLimitException", "The rate limit is reached, and the wait is longer than the client may wait.");
        yield return ("LoyaltyConnectionException", "The service could not be reached.");
        yield return ("LoyaltyTimeoutException", "The call took longer than its timeout.");
        if (operation.MayEndUnknown)
        {
            // An unreadable response is one more reason why the outcome of such a write is unknown.
            yield return (
                "LoyaltyOutcomeUnknownException",
                "The request was sent, and it is unknown whether it was applied. Do not repeat it blindly.");
            yield return ("LoyaltyOperationCanceledException", "The call was cancelled after the request may have been sent.");
        }
        else
        {
            yield return ("LoyaltyResponseException", "The response could not be read.");
        }

        if (isWholeList)
        {
            yield return (
                "LoyaltyException",
                "More items may follow, but the service offers no way to read them: the list may be incomplete.");
        }

        yield return ("OperationCanceledException", "The call was cancelled.");
    }
}
