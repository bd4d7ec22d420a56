namespace Voucherify.Loyalties.Http;

/// <summary>The body is longer than the limit.</summary>
internal sealed class ResponseTooLongException(int limit) : Exception($"The response is longer than {limit} bytes.");
