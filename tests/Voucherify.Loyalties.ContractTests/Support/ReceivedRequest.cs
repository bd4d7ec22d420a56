namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A request as it stood on the socket.</summary>
internal sealed record ReceivedRequest(string Method, string RawTarget, IReadOnlyDictionary<string, string> Headers, byte[] Body);
