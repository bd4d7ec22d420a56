namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The columns of an export, and the conditions on its rows.</summary>
internal sealed record ExportDefinition<T>
{
    /// <summary>What the export lists, on the wire.</summary>
    public required string Kind { get; init; }

    /// <summary>Every column (documented).</summary>
    public required IReadOnlySet<string> Columns { get; init; }

    /// <summary>The columns of an export that names none (documented).</summary>
    public required IReadOnlyList<string> DefaultColumns { get; init; }

    /// <summary>The column that the rows are sorted by (documented).</summary>
    public required string OrderedBy { get; init; }

    /// <summary>Returns the value of a row in a column.</summary>
    public required Func<T, string, string?> Value { get; init; }

    /// <summary>Builds a condition from a column, an operator, its operands and the time, or returns null if it is invalid.</summary>
    public required Func<string, string, List<string>, DateTimeOffset, Func<T, bool>?> Condition { get; init; }
}
