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

    public Reach(IEnumerable<RecordModel> records, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> others)
    {
        _records = records.ToDictionary(record => record.Name, StringComparer.Ordinal);
        var all = operations.ToList();
        var bodies = all.Select(operation => operation.Body).OfType<BodyModel>().ToList();
        var requests = bodies.Where(body => !body.IsForm).Select(body => body.Type).ToList();
        var answers = all.Select(operation => operation.Answer?.Type).OfType<TypeRef>().Concat(others).ToList();
        _requests = From(requests);
        _forms = From(bodies.Where(body => body.IsForm).Select(body => body.Type));
        _answers = From(answers);
        _queries = From(all.SelectMany(operation => operation.Query?.Parameters ?? []).Select(parameter => parameter.Property.Type));
        JsonRoots = [.. requests.Concat(answers).DistinctBy(type => type.CSharp, StringComparer.Ordinal).OrderBy(type => type.CSharp, StringComparer.Ordinal)];
    }

    /// <summary>The types that are read or written as JSON by an operation itself.</summary>
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
            IsRequest = !_answers.Contains(record.Name) && (_requests.Contains(record.Name) || _forms.Contains(record.Name)),
        };
        var unwrapped = record.Properties.FirstOrDefault(property => property.Wrapper is not null);
        return described.IsJson && unwrapped is not null
            ? throw new DocumentException(
                Pointers.At(record.Pointer, "properties", unwrapped.Wire, Vendor.Unwrap),
                "Only a schema for a query can be unwrapped, and this one is read or written as JSON.")
            : described;
    }

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
