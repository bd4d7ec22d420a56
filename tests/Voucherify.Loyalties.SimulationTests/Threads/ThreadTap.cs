using System.Net;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>Watches the requests of all threads, and cancels calls around them.</summary>
internal sealed class ThreadTap(JudgeClock clock, Func<string, WatchedOperation?> find, Action<string> onViolation) : DelegatingHandler
{
    private long _requests;

    /// <summary>How many requests there were.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var operation = OperationOf(request);
        if (operation is { IsRunning: false })
        {
            onViolation($"A request was sent after its call had ended: {operation}");
        }

        if (operation?.BeginSend() == false)
        {
            onViolation($"Two requests with one id were under way at the same time: {operation}");
        }

        Cancel(operation, CancellationMoment.BeforeRequest);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            operation?.Note(clock.Elapsed, response.StatusCode == HttpStatusCode.OK ? "200" : ((int)response.StatusCode).ToString("d3"));
            Cancel(operation, CancellationMoment.AfterRequest);
            return response;
        }
        catch (Exception error)
        {
            operation?.Note(clock.Elapsed, error.GetType().Name);
            throw;
        }
        finally
        {
            operation?.EndSend();
        }
    }

    private WatchedOperation? OperationOf(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post
        && request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call)
        && call.Subject?.SourceId is { } sourceId
            ? find(sourceId)
            : null;

    private static void Cancel(WatchedOperation? operation, CancellationMoment moment)
    {
        if (operation?.Cancellation is { } cancellation && cancellation.When == moment)
        {
            cancellation.Source.Cancel();
        }
    }
}
