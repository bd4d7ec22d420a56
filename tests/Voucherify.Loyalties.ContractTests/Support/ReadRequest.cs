namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A request that the closing server has read.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The raw target.</param>
/// <param name="Position">Its position on its connection, from 1. Above 1, the connection was reused.</param>
internal sealed record ReadRequest(string Method, string Path, int Position);
