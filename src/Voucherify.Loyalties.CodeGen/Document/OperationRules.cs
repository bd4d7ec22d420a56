using System.Text.Json.Nodes;

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

        if (string.IsNullOrEmpty(Vendor.Text(operation, Vendor.Method)))
        {
            yield return new(entry.Pointer, $"The operation has no {Vendor.Method}: the name of the client's method.");
        }

        if (!Vendor.IdempotencyValues.Contains(Vendor.Text(operation, Vendor.Idempotency) ?? string.Empty))
        {
            yield return new(
                Pointers.At(entry.Pointer, Vendor.Idempotency),
                $"The operation needs {Vendor.Idempotency}, one of: {string.Join(", ", Vendor.IdempotencyValues.Order(StringComparer.Ordinal))}.");
        }

        if (Vendor.Text(operation, Vendor.Alias) is { } alias && !ids.Contains(alias))
        {
            yield return new(Pointers.At(entry.Pointer, Vendor.Alias), $"There is no operation '{alias}'.");
        }

        if (Vendor.Text(operation, Vendor.ShownBy) is { } list && !ids.Contains(list))
        {
            yield return new(Pointers.At(entry.Pointer, Vendor.ShownBy), $"There is no operation '{list}'.");
        }

        // What a repeat answers is documented with the method, so the document must know it.
        if (Vendor.Text(operation, Vendor.Idempotency) == "conditional" && string.IsNullOrEmpty(Vendor.Text(operation, Vendor.AlreadyDone)))
        {
            yield return new(entry.Pointer, $"A conditional operation needs {Vendor.AlreadyDone}: the key of the error that a repeat answers.");
        }

        foreach (var problem in Paging(entry).Concat(SequencedBy(entry)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Paging(Operations.Entry entry)
    {
        var paging = Vendor.Get(entry.Value, Vendor.Paging);
        if (paging is not null && ((string?)paging["style"] is not ("cursor" or "page") || (string?)paging["items"] is null))
        {
            yield return new(
                Pointers.At(entry.Pointer, Vendor.Paging),
                "Paging needs a style, 'cursor' or 'page', and items: the member of the answer that holds them.");
        }
    }

    private static IEnumerable<Problem> SequencedBy(Operations.Entry entry)
    {
        if (Vendor.Get(entry.Value, Vendor.SequencedBy) is not { } places)
        {
            yield break;
        }

        var valid = places is JsonArray list
            && list.All(place => (string?)place is { } text && (text.StartsWith("path:", StringComparison.Ordinal) || text.StartsWith("body:", StringComparison.Ordinal)));
        if (!valid)
        {
            yield return new(Pointers.At(entry.Pointer, Vendor.SequencedBy), "A list of places such as 'path:memberId' or 'body:[].code'.");
        }
    }

    private static IEnumerable<Problem> RepeatedIds(List<Operations.Entry> all) => all
        .GroupBy(entry => entry.Value.OperationId, StringComparer.Ordinal)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => new Problem(group.Last().Pointer, $"The operationId '{group.Key}' is used more than once."));

    private static IEnumerable<Problem> RepeatedMethods(List<Operations.Entry> all) => all
        .Where(entry => Vendor.Text(entry.Value, Vendor.Alias) is null)
        .GroupBy(entry => Vendor.Text(entry.Value, Vendor.Method), StringComparer.Ordinal)
        .Where(group => !string.IsNullOrEmpty(group.Key) && group.Count() > 1)
        .Select(group => new Problem(
            Pointers.At(group.Last().Pointer, Vendor.Method),
            $"The method '{group.Key}' is used more than once: a second route needs {Vendor.Alias}."));
}
