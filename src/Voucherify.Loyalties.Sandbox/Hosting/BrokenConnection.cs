using System.Net.Sockets;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>The exceptions that a client with a socket would get.</summary>
internal static class BrokenConnection
{
    /// <summary>Before anything was sent.</summary>
    public static HttpRequestException Refused(HttpRequestMessage request) => new(
        HttpRequestError.ConnectionError,
        $"Connection refused ({request.RequestUri?.Authority})",
        new SocketException((int)SocketError.ConnectionRefused));

    /// <summary>After the request was sent, before the first byte of the response.</summary>
    public static HttpRequestException Reset() => new(
        HttpRequestError.ResponseEnded,
        "An error occurred while sending the request.",
        new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely: the sandbox broke the connection."));
}
