using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Documents what the client promises about a write: one paragraph for each idempotency class.</summary>
internal static class PromiseDocs
{
    /// <summary>Returns a paragraph, or null for a read.</summary>
    public static string? Of(ApiModel model, OperationModel operation) => operation.Idempotency switch
    {
        "idempotent" => "A repeat leads to the same state, so the client repeats the call after a lost response.",
        "harmless-duplicate" => "A repeat does the work twice and does no harm, so the client repeats the call after a lost response.",
        "conditional" =>
            $"The service refuses a repeat with `{operation.AlreadyDone}`, no matter who called first. "
            + "The client never repeats the call after a lost response: the outcome is then unknown"
            + $"{Check(model, operation, ". {0} to find out before you repeat it")}.",
        "guarded" =>
            $"The service refuses a repeat with `{operation.AlreadyDone}`. After a lost response, the client reads whether the request was "
            + "applied, and sends it again only if it was not. If that cannot be told in time, the outcome is unknown"
            + $"{Check(model, operation, ". {0} to find out before you repeat it")}.",
        "reconciled" when operation.Evidence is ReconcileModel =>
            "A repeat would create another one. After a lost response, the client searches the list for one with the same name and "
            + "content that is not older than the request, and returns it with `Recovered`. It sends the request once more if none is "
            + "there and the first request can no longer be applied. If that cannot be told in time, the outcome is unknown"
            + $"{Check(model, operation, ". {0} to find out before you repeat it")}.",
        "reconciled" =>
            "There is exactly one effect, as long as the service applies and lists the request within the reconciliation window. "
            + "After a lost response, the client searches the transactions for the id of the write, "
            + "and sends the request again only if the id is absent and the first request can no longer be applied. "
            + "Beyond the window, at most one request is sent knowingly: "
            + "the service does not promise to refuse an id that it has seen."
            + Check(model, operation, " {0} to search yourself."),
        "non-idempotent" =>
            "A repeat applies the request again, so the client repeats the call only if it was certainly not applied. "
            + "If a lost response leaves that open, the outcome is unknown"
            + $"{Check(model, operation, ". {0} to find out before you repeat it")}.",
        _ => null,
    };

    private static string Check(ApiModel model, OperationModel operation, string sentence) => model.Resources
        .SelectMany(resource => resource.Methods.Select(method => (resource.Tag, Method: method)))
        .Where(candidate => candidate.Method.Routes.Any(route => route.Id == operation.ShownBy))
        .Select(candidate => string.Format(null, sentence, $"Call `{candidate.Tag}.{candidate.Method.Name}Async`"))
        .FirstOrDefault(string.Empty);
}
