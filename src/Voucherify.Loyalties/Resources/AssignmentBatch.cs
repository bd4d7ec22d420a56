using System.Text.Json.Serialization.Metadata;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Resources;

/// <summary>A request that assigns and removes, whole or not at all, and the list of what is assigned.</summary>
/// <param name="Write">The operation that changes the assignments.</param>
/// <param name="BuildWrite">Builds its request.</param>
/// <param name="List">The operation that lists the assignments.</param>
/// <param name="BuildList">Builds the request of the page of a cursor.</param>
/// <param name="Body">What is to be assigned and removed.</param>
/// <param name="RowType">How to write a row of the list.</param>
internal sealed record AssignmentBatch<TBatch, TRow>(
    Operation<TBatch> Write,
    Func<Task<HttpRequestMessage>> BuildWrite,
    Operation<Page<TRow>> List,
    Func<string?, Task<HttpRequestMessage>> BuildList,
    IJsonBody Body,
    JsonTypeInfo<TRow> RowType)
    where TBatch : class
{
    /// <summary>The id of what a row is about.</summary>
    public required Func<TRow, string> RowId { get; init; }

    /// <summary>Creates the result from the rows of what was to be assigned.</summary>
    public required Func<IReadOnlyList<TRow>, TBatch> Recover { get; init; }
}
