using System.Text;
using WireMock.Logging;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// A WireMock server on a free loopback port that plays a script: exchange after exchange, in this order, each once.
/// Disposing it fails the test if something else was called, or if an exchange of the script never took place.
/// </summary>
internal sealed class StubServer : IAsyncDisposable
{
    private const string Scenario = "script";

    private readonly WireMockServer _server;
    private int _exchanges;

    public StubServer(params IEnumerable<Exchange> script)
    {
        _server = WireMockServer.Start("http://127.0.0.1:0");
        _server.SetScenarioState(Scenario, "0");
        foreach (var exchange in script)
        {
            Expect(exchange);
        }
    }

    public Uri Address => new(_server.Urls[0]);

    /// <summary>Adds an exchange at the end of the script.</summary>
    public void Expect(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var (state, next) = (Responses.Text(_exchanges), Responses.Text(++_exchanges));
        _server.Given(RequestOf(exchange)).InScenario(Scenario).WhenStateIs(state).WillSetStateTo(next).RespondWith(ResponseOf(exchange));
    }

    /// <summary>Returns the requests in order. Waits for the server to log each exchange, which may happen after the response.</summary>
    public async Task<IReadOnlyList<StubbedRequest>> RequestsAsync(int count)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.LogEntriesChanged += (_, _) => Check();
        Check();
        await seen.Task.WaitAsync(TestTimeout.Limit);
        var requests = _server.LogEntries.Select(static entry => new StubbedRequest(entry.RequestMessage!)).ToList();
        Assert.Equal(count, requests.Count);
        return requests;

        void Check()
        {
            if (_server.LogEntries.Count >= count)
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>The only request that arrived.</summary>
    public async Task<StubbedRequest> RequestAsync() => (await RequestsAsync(1))[0];

    public async ValueTask DisposeAsync()
    {
        // Stopping waits for the requests in progress, so the log is complete.
        _server.Stop();
        var (unmatched, played) = (_server.FindUnmatchedLogEntries(), _server.LogEntries.Count);
        _server.Dispose();
        await Task.CompletedTask;
        Assert.True(unmatched.Count == 0, "These calls were not expected:\n" + string.Join('\n', unmatched.Select(Describe)));
        Assert.True(played == _exchanges, $"{played} of {_exchanges} expected exchanges took place.");
    }

    private static string Describe(ILogEntry entry) =>
        $"{entry.RequestMessage?.Method} {entry.RequestMessage?.AbsoluteUrl} {entry.RequestMessage?.Body}";

    private static IRequestBuilder RequestOf(Exchange exchange)
    {
        var request = Request.Create().WithPath(new ExactMatcher(exchange.Path)).UsingMethod(exchange.Method);
        foreach (var (name, value) in exchange.Query)
        {
            // WireMock decodes the values of a query, but not the names.
            request = request.WithParam(Uri.EscapeDataString(name), new ExactMatcher(value));
        }

        return exchange.Bearer is { } token ? request.WithHeader("Authorization", new ExactMatcher($"Bearer {token}")) : request;
    }

    private static IResponseBuilder ResponseOf(Exchange exchange)
    {
        var response = Response.Create().WithStatusCode(exchange.Status);
        foreach (var (name, value) in exchange.Headers)
        {
            response = response.WithHeader(name, value);
        }

        return exchange.Response is { } body
            ? response.WithHeader("Content-Type", "application/json; charset=utf-8").WithBody(Encoding.UTF8.GetBytes(body))
            : response;
    }
}
