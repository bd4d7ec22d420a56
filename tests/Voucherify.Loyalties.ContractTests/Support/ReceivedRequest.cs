namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A request as it arrived on the socket.</summary>
internal sealed record ReceivedRequest(string Method, string RawTarget, IReadOnlyDictionary<string, string> Headers, byte[] Body);
