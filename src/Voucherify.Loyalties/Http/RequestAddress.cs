using System.Buffers;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>The address of a request that this package has built.</summary>
internal static class RequestAddress
{
    /// <summary>The characters that mean themselves in a path.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~./");

    /// <summary>Makes the address of a request absolute, as <see cref="HttpClient"/> does.</summary>
    /// <returns>The address if it needs no further check: its string alone shows where it leads. Otherwise null.</returns>
    public static Uri? Complete(HttpRequestMessage request, LoyaltyCall call)
    {
        if (request.RequestUri is not { IsAbsoluteUri: false } relative)
        {
            return null;
        }

        var address = new Uri(call.BaseAddress, relative);
        request.RequestUri = address;
        return IsOfOperation(relative.OriginalString, call) ? address : null;
    }

    private static bool IsOfOperation(ReadOnlySpan<char> address, LoyaltyCall call)
    {
        var end = address.IndexOf('?');
        var path = end < 0 ? address : address[..end];
        var prefix = call.BaseAddress.AbsolutePath.AsSpan().TrimEnd('/');

        // A segment that begins with a dot may lead upwards, and an escaped character may be a dot.
        return path.StartsWith(prefix, StringComparison.Ordinal)
            && path.IndexOfAnyExcept(Plain) < 0
            && path.IndexOf("/.") < 0
            && OutboundRequestCheck.HasSegments(path[prefix.Length..], call.Operation.Segments);
    }
}
