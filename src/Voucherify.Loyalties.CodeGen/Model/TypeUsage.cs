using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Knows which requests and responses use a record, which decides how it is written.</summary>
internal sealed class TypeUsage
{
    private readonly Dictionary<TypeRef, RecordModel> _records;
    private readonly HashSet<TypeRef> _requests;
    private readonly HashSet<TypeRef> _responses;
    private readonly HashSet<TypeRef> _forms;
    private readonly HashSet<TypeRef> _queries;
    private readonly HashSet<TypeRef> _bodies;
    private readonly HashSet<TypeRef> _checked;
    private readonly List<TypeRef> _operationTypes;

    /// <param name="records">All records.</param>
    /// <param name="operations">All operations.</param>
    /// <param name="otherRoots">Types that are read besides responses.</param>
    public TypeUsage(IEnumerable<RecordModel> records, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> otherRoots)
    {
        _records = records.ToDictionary(record => record.Type);
        var all = operations.ToList();
        var bodies = all.Select(operation => operation.Body).OfType<BodyModel>().ToList();
        var requests = bodies.Where(body => !body.IsForm).Select(body => body.Type).ToList();
        var responses = all.Select(operation => operation.Response?.Type).OfType<TypeRef>().Concat(otherRoots).ToList();
        _requests = Closure(requests);
        _bodies = [.. requests.SelectMany(type => type.Declared)];
        _checked = Closure(all.Where(operation => operation.ChecksBody).Select(operation => operation.Body!.Type));
        _forms = Closure(bodies.Where(body => body.IsForm).Select(body => body.Type));
        _responses = Closure(responses);
        _queries = Closure(all.SelectMany(operation => operation.Query?.Parameters ?? []).Select(parameter => parameter.Property.Type));
        _operationTypes = [.. requests, .. responses];
    }

    /// <summary>Whether any operation uses the type. The branches of a flattened union, for example, are not used.</summary>
    public bool IsUsed(TypeRef type) =>
        _requests.Contains(type) || _forms.Contains(type) || _responses.Contains(type) || _queries.Contains(type);

    public RecordModel Describe(RecordModel record)
    {
        var type = record.Type;
        var isWritten = _requests.Contains(type) || _forms.Contains(type);
        var isRead = _responses.Contains(type);
        var described = record with
        {
            IsForm = _forms.Contains(type),
            IsQuery = _queries.Contains(type),
            IsJson = _requests.Contains(type) || isRead,
            IsBody = _bodies.Contains(type),
            IsChecked = _checked.Contains(type),
            IsRequest = isWritten && !isRead,
            IsResponse = isRead && !isWritten,
            Properties = [.. record.Properties.Select(property => property with { KeepsRaw = IsKeptRaw(property.Type) })],
        };
        CheckRaw(described);
        CheckUnwrapped(described);
        return described;
    }

    // Only the code for a member reads and writes a record with its JSON.
    private void CheckRaw(RecordModel record)
    {
        var items = _records.Values.SelectMany(owner => owner.Properties).Select(property => property.Type.Item).OfType<TypeRef>();
        if (record.KeepsRaw && _operationTypes.Concat(items).Any(type => type.Declared.Contains(record.Type)))
        {
            throw new DocumentException(
                DocumentPointer.Append(record.Pointer, SpecExtensions.KeepRaw),
                "Only the value of a member can keep its JSON. A body and an item of a list or a map cannot.");
        }
    }

    private static void CheckUnwrapped(RecordModel record)
    {
        if (record.IsJson && record.Properties.FirstOrDefault(property => property.Wrapper is not null) is { } unwrapped)
        {
            throw new DocumentException(
                DocumentPointer.Append(record.Pointer, "properties", unwrapped.Wire, SpecExtensions.Unwrap),
                "Only a schema for a query can be unwrapped, and this one is read or written as JSON.");
        }
    }

    private bool IsKeptRaw(TypeRef type) => type.Kind == TypeKind.Record && _records[type].KeepsRaw;

    private HashSet<TypeRef> Closure(IEnumerable<TypeRef> roots)
    {
        var seen = new HashSet<TypeRef>();
        var open = new Stack<TypeRef>(roots.SelectMany(type => type.Declared));
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type) || !_records.TryGetValue(type, out var record))
            {
                continue;
            }

            foreach (var next in record.Properties.SelectMany(property => property.Type.Declared))
            {
                open.Push(next);
            }
        }

        return seen;
    }
}
