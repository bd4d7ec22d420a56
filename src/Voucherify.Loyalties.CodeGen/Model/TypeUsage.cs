using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>From where records are reached, which decides how they are written.</summary>
internal sealed class TypeUsage
{
    private readonly Dictionary<TypeRef, RecordModel> _records;
    private readonly HashSet<TypeRef> _requests;
    private readonly HashSet<TypeRef> _answers;
    private readonly HashSet<TypeRef> _forms;
    private readonly HashSet<TypeRef> _queries;
    private readonly HashSet<TypeRef> _bodies;
    private readonly List<TypeRef> _operationTypes;

    public TypeUsage(IEnumerable<RecordModel> records, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> others)
    {
        _records = records.ToDictionary(record => record.Type);
        var all = operations.ToList();
        var bodies = all.Select(operation => operation.Body).OfType<BodyModel>().ToList();
        var requests = bodies.Where(body => !body.IsForm).Select(body => body.Type).ToList();
        var answers = all.Select(operation => operation.Answer?.Type).OfType<TypeRef>().Concat(others).ToList();
        _requests = From(requests);
        _bodies = [.. requests.SelectMany(type => type.Declared)];
        _forms = From(bodies.Where(body => body.IsForm).Select(body => body.Type));
        _answers = From(answers);
        _queries = From(all.SelectMany(operation => operation.Query?.Parameters ?? []).Select(parameter => parameter.Property.Type));
        _operationTypes = [.. requests, .. answers];
    }

    /// <summary>Whether any operation needs the type: the branches of a flattened union, for example, do not.</summary>
    public bool Reaches(TypeRef type) =>
        _requests.Contains(type) || _forms.Contains(type) || _answers.Contains(type) || _queries.Contains(type);

    public RecordModel Describe(RecordModel record)
    {
        var described = record with
        {
            IsForm = _forms.Contains(record.Type),
            IsQuery = _queries.Contains(record.Type),
            IsJson = _requests.Contains(record.Type) || _answers.Contains(record.Type),
            IsBody = _bodies.Contains(record.Type),
            IsRequest = !_answers.Contains(record.Type) && (_requests.Contains(record.Type) || _forms.Contains(record.Type)),
            IsAnswer = _answers.Contains(record.Type) && !_requests.Contains(record.Type) && !_forms.Contains(record.Type),
            Properties = [.. record.Properties.Select(property => property with { KeepsRaw = IsKeptRaw(property.Type) })],
        };
        CheckRaw(record);
        var unwrapped = record.Properties.FirstOrDefault(property => property.Wrapper is not null);
        return described.IsJson && unwrapped is not null
            ? throw new DocumentException(
                Pointers.At(record.Pointer, "properties", unwrapped.Wire, SpecExtensions.Unwrap),
                "Only a schema for a query can be unwrapped, and this one is read or written as JSON.")
            : described;
    }

    // The converter that keeps the JSON stands on a member, so only the value of a member can keep its own.
    private void CheckRaw(RecordModel record)
    {
        var elsewhere = _operationTypes.Concat(_records.Values.SelectMany(owner => owner.Properties).Select(property => property.Type.Item).OfType<TypeRef>());
        if (record.KeepsRaw && elsewhere.Any(type => type.Declared.Contains(record.Type)))
        {
            throw new DocumentException(Pointers.At(record.Pointer, SpecExtensions.KeepRaw), "Only the value of a member can keep its JSON, no item of a list or a map, and no body.");
        }
    }

    private bool IsKeptRaw(TypeRef type) => type.Kind == TypeKind.Record && _records[type].KeepsRaw;

    private HashSet<TypeRef> From(IEnumerable<TypeRef> roots)
    {
        var seen = new HashSet<TypeRef>();
        var open = new Stack<TypeRef>(roots.SelectMany(type => type.Declared));
        while (open.TryPop(out var type))
        {
            if (seen.Add(type) && _records.TryGetValue(type, out var record))
            {
                foreach (var next in record.Properties.SelectMany(property => property.Type.Declared))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
