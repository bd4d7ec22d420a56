namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>What a route exports.</summary>
/// <param name="Column">The column that has the same value in all rows: the campaign or the card of the route.</param>
/// <param name="Id">That value.</param>
/// <param name="Rows">The rows, in ascending order.</param>
internal sealed record ExportSource<T>(string Column, string Id, IReadOnlyList<T> Rows);
