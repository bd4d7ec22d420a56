using System.Net;
using System.Net.Sockets;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary>A server on this machine that reads a request and never responds.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _hangsUp;
    private readonly Task _serving;

    /// <summary>Starts the server.</summary>
    /// <param name="hangsUp">Whether it closes the connection instead of keeping the client waiting.</param>
    public SilentServer(bool hangsUp)
    {
        _hangsUp = hangsUp;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Completes when the body of a request has arrived.</summary>
    public Task Received => _received.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var connection = await _listener.AcceptSocketAsync(_stop.Token);
            await ReadToBodyAsync(connection);
            _received.TrySetResult();
            await Task.Delay(_hangsUp ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, _stop.Token);
        }
    }

    private async Task ReadToBodyAsync(Socket connection)
    {
        var buffer = new byte[4096];
        for (var text = ""; !text.Contains('}', StringComparison.Ordinal);)
        {
            var read = await connection.ReceiveAsync(buffer, _stop.Token);
            text += System.Text.Encoding.UTF8.GetString(buffer, 0, read);
        }
    }
}
