namespace Voucherify.Loyalties.Calls;

/// <summary>A call whose response is handed over unread, because it may be longer than memory.</summary>
internal sealed class StreamCall(Operation operation, CallSettings settings, Uri address) : LoyaltyCall(operation, settings)
{
    public override bool NeedsWholeBody => true;

    /// <summary>The response, once the call has succeeded. Its owner disposes it.</summary>
    public HttpResponseMessage? Response { get; private set; }

    public override Task<HttpRequestMessage> BuildRequestAsync() => Task.FromResult(new HttpRequestMessage(Operation.Method, address));

    public override bool TryKeep(HttpResponseMessage response)
    {
        Response = response;
        return true;
    }
}
