namespace Voucherify.Loyalties.Http;

/// <summary>The body is longer than the limit.</summary>
internal sealed class ResponseTooLongException(int limit) : Exception($"The answer is longer than {limit} bytes.");
