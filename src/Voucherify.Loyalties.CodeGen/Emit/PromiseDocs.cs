using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>What is promised about a change, and what is not: the words for its idempotency class.</summary>
internal static class PromiseDocs
{
    /// <summary>A paragraph, or nothing for a read.</summary>
    public static string? Of(ApiModel model, OperationModel operation)
    {
        var look = Look(model, operation);
        return operation.Idempotency switch
        {
            "idempotent" => "Promised: a repeat ends in the same state, so the client repeats it after a lost answer.",
            "harmless-duplicate" => "Promised: a repeat does the work a second time without harm, so the client repeats it after a lost answer.",
            "conditional" =>
                $"Promised: the client never repeats it after a lost answer, and the service refuses a repeat with `{operation.AlreadyDone}`, whoever was first."
                + $" Not promised: to know what happened. After a lost answer the outcome is unknown{look ?? "."}",
            "reconciled" =>
                "Promised: exactly one effect, as long as the service applies it within the reconciliation window. It always carries a `source_id`; after a lost answer"
                + " the client looks for that id in the transactions, and sends again only what is absent once it can no longer be applied."
                + " Not promised: more than that, since the service does not promise to refuse a `source_id` it has seen. Beyond the window, at most one is sent knowingly."
                + (look is null ? "" : $" To look yourself{look}"),
            "non-idempotent" =>
                "Promised: the client repeats it only when it was certainly not applied."
                + $" Not promised: to know what happened. A repeat applies again, and after a lost answer the outcome is unknown{look ?? "."}",
            _ => null,
        };
    }

    private static string? Look(ApiModel model, OperationModel operation) => model.Documents
        .SelectMany(document => document.Resources)
        .SelectMany(resource => resource.Methods.Select(method => (resource.Tag, Method: method)))
        .Where(candidate => candidate.Method.Routes.Any(route => route.Id == operation.ShownBy))
        .Select(candidate => $": look at `{candidate.Tag}.{candidate.Method.Name}Async` before you call again.")
        .FirstOrDefault();
}
