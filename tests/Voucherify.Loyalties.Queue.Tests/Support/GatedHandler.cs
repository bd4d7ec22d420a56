using System.Net;
using System.Text;

namespace Voucherify.Loyalties.Queue.Tests.Support;

/// <summary>Refuses requests as the service does, as long as a test wants it, and tells what was asked.</summary>
internal sealed class GatedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The status with which every request is refused; null for none.</summary>
    public HttpStatusCode? Refuses { get; set; }

    /// <summary>The limit that a 429 names.</summary>
    public string? LimitType { get; set; }

    /// <summary>Called before a request is passed on.</summary>
    public Action<HttpRequestMessage>? OnSend { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OnSend?.Invoke(request);
        if (Refuses is not { } status)
        {
            return base.SendAsync(request, cancellationToken);
        }

        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(
                $$"""{"code":{{(int)status}},"key":"refused","message":"Refused","request_id":"v-1"}""", Encoding.UTF8, "application/json"),
        };
        if (LimitType is not null)
        {
            response.Headers.TryAddWithoutValidation("X-Rate-Limit-Type", LimitType);
        }

        return Task.FromResult(response);
    }
}
