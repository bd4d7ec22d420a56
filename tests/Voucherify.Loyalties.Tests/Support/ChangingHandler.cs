namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A user's handler that changes requests, or replaces them.</summary>
internal sealed class ChangingHandler(Func<HttpRequestMessage, HttpRequestMessage> change) : DelegatingHandler
{
    public ChangingHandler(Action<HttpRequestMessage> change)
        : this(request =>
        {
            change(request);
            return request;
        })
    {
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(change(request), cancellationToken);
}
