namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Lets the service return fewer rows a page than the client asks for, so that a search needs several pages.</summary>
internal sealed class SmallPages(int size) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get && request.RequestUri is { } uri)
        {
            request.RequestUri = new Uri(
                uri.AbsoluteUri.Replace("limit=100", FormattableString.Invariant($"limit={size}"), StringComparison.Ordinal));
        }

        return base.SendAsync(request, cancellationToken);
    }
}
