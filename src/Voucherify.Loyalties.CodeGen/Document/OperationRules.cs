using System.Text.Json;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>What our document must say about each operation.</summary>
internal static class OperationRules
{
    public static IEnumerable<Problem> Check(ApiDocument document, IReadOnlyList<ApiDocument> documents)
    {
        var all = Operations.In(document).ToList();
        var ids = documents.Where(other => other == document || other.IsPlatform)
            .SelectMany(Operations.In)
            .Select(operation => operation.Value.OperationId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return all.SelectMany(operation => One(operation, ids)).Concat(RepeatedIds(all)).Concat(RepeatedMethods(all));
    }

    private static IEnumerable<Problem> One(Operations.Entry entry, HashSet<string> ids)
    {
        var operation = entry.Value;
        if (string.IsNullOrEmpty(operation.OperationId))
        {
            yield return new(entry.Pointer, "The operation has no operationId.");
        }

        if (operation.Tags is not { Count: 1 })
        {
            yield return new(Pointers.At(entry.Pointer, "tags"), "An operation has exactly one tag: its resource client.");
        }

        if (string.IsNullOrEmpty(SpecExtensions.Text(operation, SpecExtensions.Method)))
        {
            yield return new(entry.Pointer, $"The operation has no {SpecExtensions.Method}: the name of the client's method.");
        }

        if (!SpecExtensions.IdempotencyValues.Contains(SpecExtensions.Text(operation, SpecExtensions.Idempotency) ?? string.Empty))
        {
            yield return new(
                Pointers.At(entry.Pointer, SpecExtensions.Idempotency),
                $"The operation needs {SpecExtensions.Idempotency}, one of: {string.Join(", ", SpecExtensions.IdempotencyValues.Order(StringComparer.Ordinal))}.");
        }

        if (SpecExtensions.Text(operation, SpecExtensions.Alias) is { } alias && !ids.Contains(alias))
        {
            yield return new(Pointers.At(entry.Pointer, SpecExtensions.Alias), $"There is no operation '{alias}'.");
        }

        if (SpecExtensions.Text(operation, SpecExtensions.ShownBy) is { } list && !ids.Contains(list))
        {
            yield return new(Pointers.At(entry.Pointer, SpecExtensions.ShownBy), $"There is no operation '{list}'.");
        }

        // What a repeat answers is documented with the method, so the document must know it.
        if (SpecExtensions.Text(operation, SpecExtensions.Idempotency) == "conditional" && string.IsNullOrEmpty(SpecExtensions.Text(operation, SpecExtensions.AlreadyDone)))
        {
            yield return new(entry.Pointer, $"A conditional operation needs {SpecExtensions.AlreadyDone}: the key of the error that a repeat answers.");
        }

        foreach (var problem in Paging(entry).Concat(MovesPoints(entry)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Paging(Operations.Entry entry)
    {
        var paging = SpecExtensions.Get(entry.Value, SpecExtensions.Paging);
        if (paging is not null && ((string?)paging["style"] is not ("cursor" or "page") || (string?)paging["items"] is null))
        {
            yield return new(
                Pointers.At(entry.Pointer, SpecExtensions.Paging),
                "Paging needs a style, 'cursor' or 'page', and items: the member of the answer that holds them.");
        }
    }

    private static IEnumerable<Problem> MovesPoints(Operations.Entry entry)
    {
        if (SpecExtensions.Get(entry.Value, SpecExtensions.MovesPoints) is { } value && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            yield return new(Pointers.At(entry.Pointer, SpecExtensions.MovesPoints), "Either true or false: whether calls for one card keep their order.");
        }
    }

    private static IEnumerable<Problem> RepeatedIds(List<Operations.Entry> all) => all
        .GroupBy(entry => entry.Value.OperationId, StringComparer.Ordinal)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => new Problem(group.Last().Pointer, $"The operationId '{group.Key}' is used more than once."));

    private static IEnumerable<Problem> RepeatedMethods(List<Operations.Entry> all) => all
        .Where(entry => SpecExtensions.Text(entry.Value, SpecExtensions.Alias) is null)
        .GroupBy(entry => SpecExtensions.Text(entry.Value, SpecExtensions.Method), StringComparer.Ordinal)
        .Where(group => !string.IsNullOrEmpty(group.Key) && group.Count() > 1)
        .Select(group => new Problem(
            Pointers.At(group.Last().Pointer, SpecExtensions.Method),
            $"The method '{group.Key}' is used more than once: a second route needs {SpecExtensions.Alias}."));
}
