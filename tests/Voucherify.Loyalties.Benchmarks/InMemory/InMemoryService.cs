using System.Text;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>
/// The service in memory, for one client with one connection on one thread. It does not parse requests: the caller provides the response.
/// So nearly all that the thread does and allocates belongs to the client, from its method down to <see cref="SocketsHttpHandler"/>.
/// </summary>
internal sealed class InMemoryService
{
    /// <summary>The address for the client. It leads nowhere.</summary>
    public static readonly Uri Address = new("http://localhost:1/");

    /// <summary>The size of the parts in which a response arrives, that of a TLS record. The client waits for each part.</summary>
    private const int PartSize = 16 * 1024;

    private MemoryConnection? _connection;

    /// <summary>Directs a handler to this service.</summary>
    public void Attach(SocketsHttpHandler handler)
    {
        handler.ConnectCallback = (_, _) => new(Accept());

        // The connection stays open while other clients are measured, and no timer runs for it.
        handler.PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan;
        handler.PooledConnectionLifetime = Timeout.InfiniteTimeSpan;
    }

    /// <summary>Makes the first calls, for which the handler opens its connection on another thread.</summary>
    /// <returns>What the client writes for a call.</returns>
    public string Connect(Func<Task> call, ReadOnlyMemory<byte> response)
    {
        CompleteOnAnyThread(call(), response);
        var request = new StringBuilder();
        _connection!.Written = bytes => request.Append(Encoding.UTF8.GetString(bytes));
        CompleteOnAnyThread(call(), response);
        _connection.Written = null;
        return request.ToString();
    }

    /// <summary>Completes a call, which must stay on this thread.</summary>
    /// <param name="call">The call that has just been started.</param>
    /// <param name="response">The response, with its headers.</param>
    /// <returns>The call.</returns>
    public Task Complete(Task call, ReadOnlyMemory<byte> response)
    {
        for (var sent = 0; !call.IsCompleted; sent += PartSize)
        {
            if (!_connection!.IsReading || sent >= response.Length)
            {
                throw new InvalidOperationException("The call has left its thread, or reads beyond its response.");
            }

            _connection.Deliver(Part(response, sent));
        }

        call.GetAwaiter().GetResult();
        return call;
    }

    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> response, int start) =>
        response.Slice(start, Math.Min(PartSize, response.Length - start));

    private MemoryConnection Accept() => _connection = _connection is null
        ? new MemoryConnection()
        : throw new InvalidOperationException("The client opens a second connection.");

    private void CompleteOnAnyThread(Task call, ReadOnlyMemory<byte> response)
    {
        for (var sent = 0; !call.IsCompleted; Thread.Yield())
        {
            if (_connection is { IsReading: true } && sent < response.Length)
            {
                _connection.Deliver(Part(response, sent));
                sent += PartSize;
            }
        }

        call.GetAwaiter().GetResult();
    }
}
