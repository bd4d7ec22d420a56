using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Resources;

/// <summary>A request that creates an object, and the list in which the object can be found by its name.</summary>
/// <param name="Write">The operation that creates the object.</param>
/// <param name="BuildWrite">Builds its request.</param>
/// <param name="List">The operation that lists such objects.</param>
/// <param name="BuildList">Builds the request of the page of a cursor, without filters and order.</param>
/// <param name="Body">What the object is created from.</param>
/// <param name="Row">Reads what the search needs from a row of the list.</param>
/// <param name="Recover">Marks an object as found.</param>
internal sealed record Creation<T>(
    Operation<T> Write,
    Func<Task<HttpRequestMessage>> BuildWrite,
    Operation<Page<T>> List,
    Func<string?, Task<HttpRequestMessage>> BuildList,
    IJsonBody Body,
    Func<T, CreatedRow> Row,
    Func<T, T> Recover)
    where T : class
{
    /// <summary>The name of the object.</summary>
    public required string Name { get; init; }

    /// <summary>The members of the body that the list does not have.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];
}
