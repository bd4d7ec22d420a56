namespace Voucherify.Loyalties.Internal.Http;

/// <summary>The body is longer than the limit.</summary>
internal sealed class BodyTooLongException(int limit) : Exception($"The answer is longer than {limit} bytes.");
