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
                + $" Not promised: to know. After a lost answer the outcome is unknown{look ?? "."}",
            "reconciled" =>
                "Promised: the client never repeats it blindly, and it always carries a `source_id` under which the service stores its effect."
                + $" Not promised: that the service refuses a `source_id` it has seen; a repeat applies again. After a lost answer the outcome is unknown until that id is found{look ?? "."}",
            "non-idempotent" =>
                "Promised: the client repeats it only when it was certainly not applied."
                + $" Not promised: to know. A repeat applies again, and after a lost answer the outcome is unknown{look ?? "."}",
            _ => null,
        };
    }

    private static string? Look(ApiModel model, OperationModel operation) => model.Resources
        .SelectMany(resource => resource.Methods.Select(method => (resource.Tag, Method: method)))
        .Where(candidate => candidate.Method.Routes.Any(route => route.Id == operation.ShownBy))
        .Select(candidate => $": look at `{candidate.Tag}.{candidate.Method.Name}Async` before you call again.")
        .FirstOrDefault();
}
