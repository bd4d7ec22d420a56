using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The <c>parameters</c> of an export: which columns of which rows, in which order (documented).</summary>
internal sealed class ExportQuery<T>
{
    private readonly List<Func<T, bool>> _conditions = [];
    private IReadOnlyList<string> _columns = [];
    private bool _isDescending;
    private bool _isAny;

    /// <summary>Reads the parameters, or says what is wrong with them.</summary>
    public static bool TryRead(
        JsonElement? parameters,
        ExportDefinition<T> definition,
        DateTimeOffset now,
        [NotNullWhen(true)] out ExportQuery<T>? query,
        [NotNullWhen(false)] out string? problem)
    {
        (query, problem) = (new ExportQuery<T> { _columns = definition.DefaultColumns }, null);
        if (parameters is not { ValueKind: JsonValueKind.Object } json)
        {
            return true;
        }

        problem = query.ReadOrder(json, definition) ?? query.ReadColumns(json, definition) ?? query.ReadFilters(json, definition, now);
        return problem is null;
    }

    /// <summary>Writes the file. The rows are in ascending order.</summary>
    public string ToCsv(IEnumerable<T> rows, Func<T, string, string?> value)
    {
        var accepted = rows.Where(Accepts);
        return Csv.Of(_columns, _isDescending ? accepted.Reverse() : accepted, value);
    }

    private bool Accepts(T row) => _conditions.Count == 0
        || (_isAny ? _conditions.Exists(holds => holds(row)) : _conditions.TrueForAll(holds => holds(row)));

    // Ascending by default (assumed).
    private string? ReadOrder(JsonElement json, ExportDefinition<T> definition)
    {
        var order = JsonBody.FindString(json, "order") ?? definition.OrderedBy;
        _isDescending = order.StartsWith('-');
        return string.Equals(order.TrimStart('-'), definition.OrderedBy, StringComparison.Ordinal)
            ? null
            : "Property .parameters.order must be equal to one of the allowed values";
    }

    private string? ReadColumns(JsonElement json, ExportDefinition<T> definition)
    {
        if (!json.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array || fields.GetArrayLength() == 0)
        {
            return null;
        }

        _columns = [.. fields.EnumerateArray().Select(StringOf)];
        return _columns.All(definition.Columns.Contains) ? null : "Property .parameters.fields must contain allowed values only";
    }

    private string? ReadFilters(JsonElement json, ExportDefinition<T> definition, DateTimeOffset now)
    {
        if (!JsonBody.TryFindObject(json, "filters", out var filters))
        {
            return null;
        }

        _isAny = string.Equals(JsonBody.FindString(filters, "junction"), "or", StringComparison.OrdinalIgnoreCase);
        foreach (var filter in filters.EnumerateObject().Where(static filter => filter.Name is not "junction"))
        {
            if (!TryAdd(filter, definition, now))
            {
                return $"Property .parameters.filters.{filter.Name} is invalid";
            }
        }

        return null;
    }

    private bool TryAdd(JsonProperty filter, ExportDefinition<T> definition, DateTimeOffset now)
    {
        if (filter.Value.ValueKind != JsonValueKind.Object || !JsonBody.TryFindObject(filter.Value, "conditions", out var conditions))
        {
            return false;
        }

        foreach (var condition in conditions.EnumerateObject())
        {
            if (definition.Condition(filter.Name, condition.Name, OperandsOf(condition.Value), now) is not { } holds)
            {
                return false;
            }

            _conditions.Add(holds);
        }

        return true;
    }

    // The examples have an array even for a single value. A value without an array is read as well (assumed).
    private static List<string> OperandsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(StringOf)],
        _ => [StringOf(value)],
    };

    private static string StringOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonBody.TryDecode(value, out var decoded) ? decoded! : value.GetRawText();
}
