namespace Voucherify.Loyalties.Resources;

/// <summary>What the search for a new object needs of a row of a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="CreatedAt">When the object was created, by the service's clock.</param>
internal readonly record struct CreatedRow(string Id, string? Name, DateTimeOffset? CreatedAt);
