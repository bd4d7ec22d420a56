using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>
/// The <c>filters</c> of a list of the v2 API: <c>filters[field][conditions][$op]=v</c> or <c>...[$op][i]=v</c> (documented). The junction
/// joins all conditions, even those of one field (assumed).
/// </summary>
internal sealed class ListFilter<T>
{
    private readonly List<((string Field, string Operator) Key, List<string> Values)> _operands = [];
    private readonly List<Func<T, bool>> _conditions = [];
    private bool _isAny;

    public bool Accepts(T row) => _conditions.Count == 0
        || (_isAny ? _conditions.Exists(holds => holds(row)) : _conditions.TrueForAll(holds => holds(row)));

    /// <summary>Reads the filters, or says what is wrong with them.</summary>
    public static bool TryParse(
        SandboxCall call,
        ListSchema<T> schema,
        FilterContext context,
        [NotNullWhen(true)] out ListFilter<T>? filter,
        [NotNullWhen(false)] out string? problem)
    {
        (filter, problem) = (new ListFilter<T>(), null);
        foreach (var (name, value) in call.Target.Query.Pairs)
        {
            if (name.StartsWith("filters[", StringComparison.Ordinal) && !filter.TryCollect(name, value))
            {
                problem = $"Property .{name} is not a supported filter";
                return false;
            }
        }

        foreach (var ((field, @operator), values) in filter._operands)
        {
            if (!schema.Filters.TryGetValue(field, out var build) || build(@operator, values, call.Now, context) is not { } condition)
            {
                problem = $"Property .filters[{field}][conditions][{@operator}] is invalid";
                return false;
            }

            filter._conditions.Add(condition);
        }

        return true;
    }

    // A junction is in upper case (documented).
    private bool TryCollect(string name, string value)
    {
        if (!DeepObject.TrySplit(name, out var parts))
        {
            return false;
        }

        switch (parts)
        {
            case [_, "junction"] when value is "AND" or "OR":
                _isAny = value is "OR";
                return true;
            case [_, var field, "conditions", var @operator, ..] when parts.Count <= 5:
                Add((field, @operator), value);
                return true;
            default:
                return false;
        }
    }

    private void Add((string Field, string Operator) key, string value)
    {
        var index = _operands.FindIndex(operand => operand.Key == key);
        if (index < 0)
        {
            _operands.Add((key, [value]));
        }
        else
        {
            _operands[index].Values.Add(value);
        }
    }
}
