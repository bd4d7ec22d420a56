namespace Voucherify.Loyalties.Internal.Http;

/// <summary>
/// The last look at a request, next to the socket: it must go to the configured host, and its path must have the segments of its operation.
/// A second line behind the checks of arguments; it also holds when a handler of the user's has changed the request.
/// </summary>
internal sealed class SendGuardHandler : DelegatingHandler
{
    public static readonly HttpRequestOptionsKey<LoyaltyCall> CallKey = new("Voucherify.Loyalties.Call");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(CallKey, out var call))
        {
            Check(request.RequestUri, call);
            call.CountAttempt();
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static void Check(Uri? uri, LoyaltyCall call)
    {
        if (uri is not { IsAbsoluteUri: true } || !IsSameOrigin(uri, call.BaseAddress))
        {
            throw new SendRefusedException($"The request of {call.Operation.Name} would leave {call.BaseAddress.GetLeftPart(UriPartial.Authority)}: it was not sent.");
        }

        var prefix = call.BaseAddress.AbsolutePath.AsSpan().TrimEnd('/');
        var path = uri.AbsolutePath.AsSpan();
        if (!path.StartsWith(prefix, StringComparison.Ordinal) || !HasSegments(path[prefix.Length..], call.Operation.Segments))
        {
            throw new SendRefusedException($"The request's path does not match the route {call.Operation.Route}: it was not sent.");
        }
    }

    private static bool IsSameOrigin(Uri uri, Uri baseAddress) =>
        Uri.Compare(uri, baseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool HasSegments(ReadOnlySpan<char> path, int expected) =>
        path.Count('/') == expected && !path.EndsWith("/") && path.IndexOf("//") < 0;
}
