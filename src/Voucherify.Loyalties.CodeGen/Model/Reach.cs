using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>From where records are reached, which decides how they are written.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, RecordModel> _records;
    private readonly HashSet<string> _requests;
    private readonly HashSet<string> _answers;
    private readonly HashSet<string> _forms;
    private readonly HashSet<string> _queries;
    private readonly HashSet<string> _bodies;
    private readonly List<TypeRef> _operationTypes;

    public Reach(IEnumerable<RecordModel> records, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> others)
    {
        _records = records.ToDictionary(record => record.Name, StringComparer.Ordinal);
        var all = operations.ToList();
        var bodies = all.Select(operation => operation.Body).OfType<BodyModel>().ToList();
        var requests = bodies.Where(body => !body.IsForm).Select(body => body.Type).ToList();
        var answers = all.Select(operation => operation.Answer?.Type).OfType<TypeRef>().Concat(others).ToList();
        _requests = From(requests);
        _bodies = [.. requests.SelectMany(type => type.Names)];
        _forms = From(bodies.Where(body => body.IsForm).Select(body => body.Type));
        _answers = From(answers);
        _queries = From(all.SelectMany(operation => operation.Query?.Parameters ?? []).Select(parameter => parameter.Property.Type));
        _operationTypes = [.. requests, .. answers];
        JsonRoots = [.. _operationTypes.Concat(KeepRaw()).DistinctBy(type => type.CSharp, StringComparer.Ordinal).OrderBy(type => type.CSharp, StringComparer.Ordinal)];
    }

    /// <summary>The types that the JSON context must know by name: those of the operations, and those that a converter asks for.</summary>
    public IReadOnlyList<TypeRef> JsonRoots { get; }

    /// <summary>Whether any operation needs the type: the branches of a flattened union, for example, do not.</summary>
    public bool Reaches(string name) =>
        _requests.Contains(name) || _forms.Contains(name) || _answers.Contains(name) || _queries.Contains(name);

    public RecordModel Describe(RecordModel record)
    {
        var described = record with
        {
            IsForm = _forms.Contains(record.Name),
            IsQuery = _queries.Contains(record.Name),
            IsJson = _requests.Contains(record.Name) || _answers.Contains(record.Name),
            IsBody = _bodies.Contains(record.Name),
            IsRequest = !_answers.Contains(record.Name) && (_requests.Contains(record.Name) || _forms.Contains(record.Name)),
            IsAnswer = _answers.Contains(record.Name) && !_requests.Contains(record.Name) && !_forms.Contains(record.Name),
            Properties = [.. record.Properties.Select(property => property with { KeepsRaw = IsKeptRaw(property.Type) })],
        };
        CheckRaw(record);
        var unwrapped = record.Properties.FirstOrDefault(property => property.Wrapper is not null);
        return described.IsJson && unwrapped is not null
            ? throw new DocumentException(
                Pointers.At(record.Pointer, "properties", unwrapped.Wire, Vendor.Unwrap),
                "Only a schema for a query can be unwrapped, and this one is read or written as JSON.")
            : described;
    }

    // The converter that keeps the JSON stands on a member, so only the value of a member can keep its own.
    private void CheckRaw(RecordModel record)
    {
        var elsewhere = _operationTypes.Concat(_records.Values.SelectMany(owner => owner.Properties).Select(property => property.Type.Item).OfType<TypeRef>());
        if (record.KeepsRaw && elsewhere.Any(type => type.Names.Contains(record.Name)))
        {
            throw new DocumentException(Pointers.At(record.Pointer, Vendor.KeepRaw), "Only the value of a member can keep its JSON, no item of a list or a map, and no body.");
        }
    }

    private bool IsKeptRaw(TypeRef type) => type.Kind == TypeKind.Record && _records[type.Name!].KeepsRaw;

    private IEnumerable<TypeRef> KeepRaw() =>
        _records.Values.Where(record => record.KeepsRaw && Reaches(record.Name)).Select(record => new TypeRef(TypeKind.Record, record.Name));

    private HashSet<string> From(IEnumerable<TypeRef> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots.SelectMany(type => type.Names));
        while (open.TryPop(out var name))
        {
            if (seen.Add(name) && _records.TryGetValue(name, out var record))
            {
                foreach (var next in record.Properties.SelectMany(property => property.Type.Names))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
