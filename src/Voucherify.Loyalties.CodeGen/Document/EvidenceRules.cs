using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Checks what our documents must say about the evidence that a write was applied.</summary>
internal static class EvidenceRules
{
    public static IEnumerable<Problem> Check(OperationEntry entry, HashSet<string> ids) =>
        CheckConfirm(entry, ids).Concat(CheckReconcile(entry, ids)).Concat(CheckNullWhenGone(entry));

    // A hand-written method knows itself what to read.
    private static IEnumerable<Problem> CheckConfirm(OperationEntry entry, HashSet<string> ids)
    {
        var isGuarded = SpecExtensions.GetString(entry.Value, SpecExtensions.Idempotency) == "guarded"
            && !SpecExtensions.GetFlag(entry.Value, SpecExtensions.HandWritten);
        var confirm = SpecExtensions.Get(entry.Value, SpecExtensions.Confirm);
        var isComplete = Names(confirm, "read", ids, "member", "value") || Names(confirm, "list", ids, "key");
        if (confirm is null ? isGuarded : !isGuarded || !isComplete)
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.Confirm),
                "A guarded operation, and no other, needs the operation that reads its object, with the member and value that it leads to, "
                + "or the operation that lists what it assigns, with the key.");
        }
    }

    // A hand-written method knows itself what to search for, and what moves points is found by its id.
    private static IEnumerable<Problem> CheckReconcile(OperationEntry entry, HashSet<string> ids)
    {
        var isReconciled = SpecExtensions.GetString(entry.Value, SpecExtensions.Idempotency) == "reconciled"
            && !SpecExtensions.GetFlag(entry.Value, SpecExtensions.HandWritten)
            && !SpecExtensions.GetFlag(entry.Value, SpecExtensions.RequestOnly)
            && !SpecExtensions.GetFlag(entry.Value, SpecExtensions.MovesPoints);
        var reconcile = SpecExtensions.Get(entry.Value, SpecExtensions.Reconcile);
        var isComplete = Names(reconcile, "list", ids, "key", "since");
        if (reconcile is null ? isReconciled : !isReconciled || !isComplete)
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.Reconcile),
                "A reconciled operation, and no other, needs the operation that lists what it creates, and the members with the key and "
                + "the time of the creation. Only a hand-written method, and one that moves points, needs none.");
        }
    }

    // A repeat that finds nothing proves nothing if the operation does more than to delete.
    private static IEnumerable<Problem> CheckNullWhenGone(OperationEntry entry)
    {
        var isDeletion = entry.Method == "delete"
            && SpecExtensions.GetString(entry.Value, SpecExtensions.Idempotency) == "idempotent"
            && !SpecExtensions.GetFlag(entry.Value, SpecExtensions.HandWritten)
            && !SpecExtensions.GetFlag(entry.Value, SpecExtensions.RequestOnly);
        if (SpecExtensions.GetFlag(entry.Value, SpecExtensions.NullWhenGone) && !isDeletion)
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.NullWhenGone),
                "Only a generated, idempotent deletion can return null.");
        }
    }

    private static bool Names(JsonNode? extension, string operation, HashSet<string> ids, params string[] members) =>
        (string?)extension?[operation] is { } id && ids.Contains(id) && members.All(member => (string?)extension[member] is not null);
}
