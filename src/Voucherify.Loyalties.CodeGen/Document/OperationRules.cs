using System.Text.Json;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Checks what our documents must say about each operation.</summary>
internal static class OperationRules
{
    public static IEnumerable<Problem> Check(ApiDocument document, IReadOnlyList<ApiDocument> documents)
    {
        var operations = OperationEntry.AllIn(document).ToList();
        var ids = documents.Where(other => other == document || other.IsPlatform)
            .SelectMany(OperationEntry.AllIn)
            .Select(operation => operation.Value.OperationId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return operations.SelectMany(operation => CheckOne(operation, ids))
            .Concat(RepeatedIds(operations))
            .Concat(RepeatedMethods(operations));
    }

    private static IEnumerable<Problem> CheckOne(OperationEntry entry, HashSet<string> ids)
    {
        var operation = entry.Value;
        if (string.IsNullOrEmpty(operation.OperationId))
        {
            yield return new(entry.Pointer, "The operation has no operationId.");
        }

        if (operation.Tags is not { Count: 1 })
        {
            yield return new(DocumentPointer.Append(entry.Pointer, "tags"), "An operation has exactly one tag: its resource client.");
        }

        if (string.IsNullOrEmpty(SpecExtensions.GetString(operation, SpecExtensions.Method)))
        {
            yield return new(entry.Pointer, $"The operation has no {SpecExtensions.Method}: the name of its method.");
        }

        foreach (var problem in CheckIdempotency(entry)
            .Concat(CheckReference(entry, SpecExtensions.Alias, ids))
            .Concat(CheckReference(entry, SpecExtensions.ShownBy, ids))
            .Concat(CheckPaging(entry))
            .Concat(CheckMovesPoints(entry))
            .Concat(CheckCheckedBody(entry))
            .Concat(CheckSimulate(entry))
            .Concat(EvidenceRules.Check(entry, ids)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckIdempotency(OperationEntry entry)
    {
        var idempotency = SpecExtensions.GetString(entry.Value, SpecExtensions.Idempotency) ?? string.Empty;
        if (!SpecExtensions.IdempotencyValues.Contains(idempotency))
        {
            var values = string.Join(", ", SpecExtensions.IdempotencyValues.Order(StringComparer.Ordinal));
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.Idempotency),
                $"The operation needs {SpecExtensions.Idempotency}, one of: {values}.");
        }

        // The documentation of the method tells how the service responds to a repeat.
        if (idempotency is "conditional" or "guarded"
            && string.IsNullOrEmpty(SpecExtensions.GetString(entry.Value, SpecExtensions.AlreadyDone)))
        {
            yield return new(
                entry.Pointer,
                $"A conditional or guarded operation needs {SpecExtensions.AlreadyDone}: "
                + "the key of the error with which a repeat is refused.");
        }
    }

    private static IEnumerable<Problem> CheckReference(OperationEntry entry, string extension, HashSet<string> ids)
    {
        if (SpecExtensions.GetString(entry.Value, extension) is { } id && !ids.Contains(id))
        {
            yield return new(DocumentPointer.Append(entry.Pointer, extension), $"There is no operation '{id}'.");
        }
    }

    private static IEnumerable<Problem> CheckPaging(OperationEntry entry)
    {
        var paging = SpecExtensions.Get(entry.Value, SpecExtensions.Paging);
        var hasStyle = (string?)paging?["style"] is "cursor" or "page" or "expiring-cursor";
        if (paging is not null && (!hasStyle || (string?)paging["items"] is null))
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.Paging),
                "Paging needs a style, 'expiring-cursor', 'cursor' or 'page', and items: the member of the response that holds them.");
        }
    }

    private static IEnumerable<Problem> CheckMovesPoints(OperationEntry entry)
    {
        if (SpecExtensions.Get(entry.Value, SpecExtensions.MovesPoints) is { } value
            && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.MovesPoints),
                "The value is true or false: whether calls for one card keep their order.");
        }
    }

    private static IEnumerable<Problem> CheckCheckedBody(OperationEntry entry)
    {
        if (SpecExtensions.GetFlag(entry.Value, SpecExtensions.CheckBody)
            && (entry.Value.RequestBody is null || SpecExtensions.GetFlag(entry.Value, SpecExtensions.HandWritten)))
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.CheckBody),
                "Only a generated method with a body can check it.");
        }
    }

    // Only hand-written code knows the member of the body that makes a dry run.
    private static IEnumerable<Problem> CheckSimulate(OperationEntry entry)
    {
        if (SpecExtensions.Get(entry.Value, SpecExtensions.Simulate) is { } simulate
            && ((string?)simulate["method"] is null
                || (string?)simulate["summary"] is null
                || !SpecExtensions.GetFlag(entry.Value, SpecExtensions.HandWritten)))
        {
            yield return new(
                DocumentPointer.Append(entry.Pointer, SpecExtensions.Simulate),
                "A dry run needs the name and the summary of its method, and an operation whose method is hand-written.");
        }
    }

    private static IEnumerable<Problem> RepeatedIds(List<OperationEntry> operations) => operations
        .GroupBy(entry => entry.Value.OperationId, StringComparer.Ordinal)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => new Problem(group.Last().Pointer, $"The operationId '{group.Key}' is used more than once."));

    private static IEnumerable<Problem> RepeatedMethods(List<OperationEntry> operations) => operations
        .Where(entry => SpecExtensions.GetString(entry.Value, SpecExtensions.Alias) is null)
        .GroupBy(entry => SpecExtensions.GetString(entry.Value, SpecExtensions.Method), StringComparer.Ordinal)
        .Where(group => !string.IsNullOrEmpty(group.Key) && group.Count() > 1)
        .Select(group => new Problem(
            DocumentPointer.Append(group.Last().Pointer, SpecExtensions.Method),
            $"The method '{group.Key}' is used more than once. A second route needs {SpecExtensions.Alias}."));
}
