namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>Where a list of the v2 API goes on.</summary>
/// <param name="Path">The path of the list.</param>
/// <param name="Query">The parameters that every page of the list must repeat.</param>
/// <param name="Last">The last row of the page before.</param>
internal sealed record IssuedCursor(string Path, string Query, object Last)
{
    public DateTimeOffset IssuedAt { get; init; }
}
