using System.Net;
using System.Net.Sockets;
using System.Text;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>
/// Responses that are not HTTP, or incomplete. Kestrel cannot send them, so a bare socket does, and counts the requests.
/// </summary>
public sealed class MalformedResponseTests : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Task _serving = Task.CompletedTask;
    private int _requests;
    private int _writes;

    public static TheoryData<string> Garbage =>
    [
        "",
        "\r\n\r\n",
        "220 mail.example ESMTP\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"balance\":1}",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{\"balance\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"balance\":1}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n{\"balance\":1}\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 13\r\n\r\n{\"balance\":1}",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 100_000) + "\r\nContent-Length: 13\r\n\r\n{\"balance\":1}",
    ];

    public static TheoryData<ApiVersion, string> GarbageOfVersions =>
        new MatrixTheoryData<ApiVersion, string>(Adjustment.Versions, Garbage.Select(static row => row.Data).ToArray());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    [Theory]
    [MemberData(nameof(GarbageOfVersions))]
    public async Task An_adjustment_with_a_malformed_response_is_sent_once_and_has_an_unknown_outcome(ApiVersion version, string response)
    {
        using var client = LoopbackClient.For(Serve(response)).Build();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Adjustment.Of(version).MakeAsync(client, Stop));

        Assert.Equal((Adjustment.SourceId, 1), (error.SourceId, error.Attempts));
        Assert.IsAssignableFrom<LoyaltyException>(error.InnerException);
        Assert.Equal(1, Volatile.Read(ref _writes));
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task An_adjustment_whose_response_is_cut_at_any_byte_is_sent_once_and_has_an_unknown_outcome(ApiVersion version)
    {
        var adjustment = Adjustment.Of(version);
        var whole = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {adjustment.Response.Length}\r\n\r\n"
            + adjustment.Response;
        var cut = 0;
        var address = Serve(() => whole[..cut]);

        for (; cut < whole.Length; cut++)
        {
            using var client = LoopbackClient.For(address).Build();
            var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => adjustment.MakeAsync(client, Stop));
            Assert.Equal((Adjustment.SourceId, 1), (error.SourceId, error.Attempts));
            Assert.Equal(cut + 1, Volatile.Read(ref _writes));
        }

        using var last = LoopbackClient.For(address).Build();
        Assert.False(await adjustment.MakeAsync(last, Stop));
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task A_read_with_a_malformed_response_throws_a_LoyaltyException(string response)
    {
        using var client = LoopbackClient.For(Serve(response)).Build();

        await Assert.ThrowsAnyAsync<LoyaltyException>(() => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        // The client makes at most four attempts. .NET repeats a GET up to three times by itself when a connection ends before the first
        // byte of the response.
        Assert.InRange(Volatile.Read(ref _requests), 1, response.Length == 0 ? 16 : 4);
    }

    private Uri Serve(string response) => Serve(() => response);

    private Uri Serve(Func<string> respond)
    {
        _listener.Start();
        _serving = ServeAsync(respond);
        return new Uri($"http://{_listener.LocalEndpoint}");
    }

    private async Task ServeAsync(Func<string> respond)
    {
        while (true)
        {
            using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = connection.GetStream();
            if ((await ReadRequestAsync(stream)).StartsWith("POST", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _writes);
            }

            Interlocked.Increment(ref _requests);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(respond()), _stop.Token);

            // Closes the connection in order, so that everything written arrives.
            connection.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads the headers, and the body whose length they announce.</summary>
    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (!IsComplete(Encoding.Latin1.GetString(buffer, 0, length)))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }

    private static bool IsComplete(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        const string Name = "Content-Length: ";
        var at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        var length = at < 0 ? 0 : int.Parse(text.AsSpan(at + Name.Length, text.IndexOf('\r', at) - at - Name.Length), provider: null);
        return text.Length >= end + 4 + length;
    }
}
