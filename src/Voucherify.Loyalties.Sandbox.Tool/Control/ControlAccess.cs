using System.Net;
using System.Security.Cryptography;
using System.Text;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>
/// Who may use the control API. A web page of another origin may not, not even with a host name that it has made point to this machine
/// (DNS rebinding). Off loopback, a token is needed as well.
/// </summary>
/// <param name="token">The token, or null on loopback.</param>
/// <param name="hosts">Host names that are accepted besides <c>localhost</c> and IP addresses.</param>
internal sealed class ControlAccess(string? token, IReadOnlyCollection<string> hosts)
{
    private const string BearerPrefix = "Bearer ";

    /// <summary>Returns the refusal, or null.</summary>
    public SandboxResponse? Refuse(SandboxRequest request)
    {
        var host = request.Header("Host");
        if (host is null || !IsOwn(NameOf(host)))
        {
            return ControlErrors.Of(403, "The host name in the request is not one of this sandbox. See --allowed-host.");
        }

        if (request.Header("Origin") is { } origin && !string.Equals(origin, "http://" + host, StringComparison.OrdinalIgnoreCase))
        {
            return ControlErrors.Of(403, "A web page of another origin cannot use the control API.");
        }

        return token is null || HasToken(request, token)
            ? null
            : ControlErrors.Of(401, "The control API needs the token that was printed at the start: Authorization: Bearer <token>.");
    }

    // A page cannot make a name point here if the request must have an address. Off loopback the token protects as well.
    private bool IsOwn(string name) =>
        string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
        || hosts.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name, out var address) && (token is not null || IPAddress.IsLoopback(address)));

    private static string NameOf(string host)
    {
        var end = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) + 1 : host.IndexOf(':', StringComparison.Ordinal);
        return (end > 0 ? host[..end] : host).Trim('[', ']');
    }

    private static bool HasToken(SandboxRequest request, string token) =>
        request.Header("Authorization") is { } value
        && value.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(value[BearerPrefix.Length..].Trim()), Encoding.UTF8.GetBytes(token));
}
