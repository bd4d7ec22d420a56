namespace Voucherify.Loyalties.Internal;

/// <summary>A call whose answer is handed over unread, because it may be longer than memory.</summary>
internal sealed class OpenedCall(LoyaltyOperation operation, Func<Task<HttpRequestMessage>> build, CallSettings settings)
    : LoyaltyCall(operation, build, settings)
{
    public override bool HasAnswer => false;

    /// <summary>The answer, once the call has succeeded. Its owner disposes it.</summary>
    public HttpResponseMessage? Response { get; private set; }

    public override bool TryRead(ReadOnlySpan<byte> body) => true;

    public override bool Keep(HttpResponseMessage response)
    {
        Response = response;
        return true;
    }
}
