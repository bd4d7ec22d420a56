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
    public string Connect(Func<Task> call, params ReadOnlySpan<ReadOnlyMemory<byte>> responses)
    {
        CompleteOnAnyThread(call(), responses);
        var request = new StringBuilder();
        _connection!.Written = bytes => request.Append(Encoding.UTF8.GetString(bytes));
        CompleteOnAnyThread(call(), responses);
        _connection.Written = null;
        return request.ToString();
    }

    /// <summary>Completes a call, which must stay on this thread.</summary>
    /// <param name="call">The call that has just been started.</param>
    /// <param name="responses">
    /// The responses to its requests, with their headers. What the client requests after the call has returned belongs to the call.
    /// </param>
    /// <returns>The call.</returns>
    public Task Complete(Task call, params ReadOnlySpan<ReadOnlyMemory<byte>> responses)
    {
        foreach (var response in responses)
        {
            for (var sent = 0; sent < response.Length && _connection!.IsReading && !IsOver(call, responses.Length); sent += PartSize)
            {
                _connection.Deliver(Part(response, sent));
            }
        }

        // .NET may read ahead on a connection that is idle, so a pending read says nothing here.
        if (!call.IsCompleted)
        {
            throw new InvalidOperationException($"The call has left its thread, or reads beyond its responses: {call}.");
        }

        call.GetAwaiter().GetResult();
        return call;
    }

    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> response, int start) =>
        response.Slice(start, Math.Min(PartSize, response.Length - start));

    private MemoryConnection Accept() => _connection = _connection is null
        ? new MemoryConnection()
        : throw new InvalidOperationException("The client opens a second connection.");

    private void CompleteOnAnyThread(Task call, ReadOnlySpan<ReadOnlyMemory<byte>> responses)
    {
        foreach (var response in responses)
        {
            for (var sent = 0; sent < response.Length && !IsOver(call, responses.Length); Thread.Yield())
            {
                if (_connection is { IsReading: true })
                {
                    _connection.Deliver(Part(response, sent));
                    sent += PartSize;
                }
            }
        }

        var requests = responses.Length;
        SpinWait.SpinUntil(() => IsOver(call, requests));
        call.GetAwaiter().GetResult();
    }

    // With several requests, one may follow after the call has returned.
    private bool IsOver(Task call, int requests) => call.IsCompleted && (requests == 1 || _connection is not { IsReading: true });
}
