namespace Voucherify.Loyalties.Internal.Wire;

/// <summary>The body of a write that has none.</summary>
/// <remarks>
/// <see cref="SocketsHttpHandler"/> sends a request without content again by itself when the server closes a pooled
/// connection, also after the server has applied it. With a content, even an empty one, it does not.
/// </remarks>
internal static class EmptyBody
{
    public static HttpContent Create() => new ByteArrayContent([]);
}
