using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Handlers;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The <c>parameters</c> of an export: which columns, in which order, of which rows (D).</summary>
internal sealed class ExportQuery<T>
{
    private readonly List<Func<T, bool>> _conditions = [];
    private bool _any;

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public bool IsDescending { get; private set; }

    public bool Accepts(T row) =>
        _conditions.Count == 0 || (_any ? _conditions.Exists(holds => holds(row)) : _conditions.TrueForAll(holds => holds(row)));

    /// <summary>Reads the parameters, or says what is wrong with them.</summary>
    public static bool TryRead(
        JsonElement? parameters,
        ExportDefinitions<T> columns,
        DateTimeOffset now,
        [NotNullWhen(true)] out ExportQuery<T>? query,
        [NotNullWhen(false)] out string? problem)
    {
        (query, problem) = (new ExportQuery<T> { Fields = columns.Default }, null);
        if (parameters is not { ValueKind: JsonValueKind.Object } json)
        {
            return true;
        }

        problem = query.ReadOrder(json, columns) ?? query.ReadFields(json, columns) ?? query.ReadFilters(json, columns, now);
        return problem is null;
    }

    // Ascending unless asked otherwise (A).
    private string? ReadOrder(JsonElement json, ExportDefinitions<T> columns)
    {
        var order = JsonBody.Text(json, "order") ?? columns.OrderedBy;
        IsDescending = order.StartsWith('-');
        return string.Equals(order.TrimStart('-'), columns.OrderedBy, StringComparison.Ordinal) ? null : "Property .parameters.order must be equal to one of the allowed values";
    }

    private string? ReadFields(JsonElement json, ExportDefinitions<T> columns)
    {
        if (!json.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array || fields.GetArrayLength() == 0)
        {
            return null;
        }

        Fields = [.. fields.EnumerateArray().Select(Text)];
        return Fields.All(columns.All.Contains) ? null : "Property .parameters.fields must contain allowed values only";
    }

    private string? ReadFilters(JsonElement json, ExportDefinitions<T> columns, DateTimeOffset now)
    {
        if (!json.TryGetProperty("filters", out var filters) || filters.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        _any = string.Equals(JsonBody.Text(filters, "junction"), "or", StringComparison.OrdinalIgnoreCase);
        foreach (var filter in filters.EnumerateObject().Where(static filter => filter.Name is not "junction"))
        {
            if (!TryAdd(filter, columns, now))
            {
                return $"Property .parameters.filters.{filter.Name} is invalid";
            }
        }

        return null;
    }

    private bool TryAdd(JsonProperty filter, ExportDefinitions<T> columns, DateTimeOffset now)
    {
        if (filter.Value.ValueKind != JsonValueKind.Object
            || !filter.Value.TryGetProperty("conditions", out var conditions)
            || conditions.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var condition in conditions.EnumerateObject())
        {
            if (columns.Condition(filter.Name, condition.Name, Values(condition.Value), now) is not { } holds)
            {
                return false;
            }

            _conditions.Add(holds);
        }

        return true;
    }

    // A list also where one value is meant (E); one value alone is read as well (A).
    private static List<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(Text)],
        _ => [Text(value)],
    };

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonBody.TryDecode(value, out var text) ? text! : value.GetRawText();
}
