using System.Net;
using System.Net.Http.Headers;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>
/// A client over a server that sends any response. The client does not retry, and a stepped clock ends everything that waits.
/// </summary>
internal sealed class HostileServer : HttpMessageHandler
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(10);

    private readonly SteppingClock _clock = new();

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public byte[] Body { get; set; } = [];

    /// <summary>Whether the responses to writes are lost.</summary>
    public bool LosesWrites { get; init; }

    /// <summary>Makes a call. Any exception other than a LoyaltyException fails the test and shows the body that caused it.</summary>
    /// <returns>Whether the call succeeded.</returns>
    public async Task<bool> PlayAsync(Func<LoyaltyClient, Task> call)
    {
        // A client of its own: the calls have the same ids, and a client refuses an id whose outcome is unknown.
        using var client = new TestClientBuilder().WithClock(_clock).Configure(Configure).WithHandler(this).WithSeed(1).Build();
        var error = await Record.ExceptionAsync(() => _clock.RunToEnd(call(client)));
        Assert.True(error is null or LoyaltyException, $"{(int)Status} {Convert.ToBase64String(Body)}\n{error}");
        return error is null;
    }

    private static void Configure(LoyaltyClientOptions options)
    {
        options.AttemptTimeout = Short;
        options.TotalTimeout = Short;
        options.Retry.MaxRetries = 0;
        options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue;
        options.Ordering.SettleDelay = TimeSpan.Zero;
        options.Reconciliation.ServiceErrorWindow = TimeSpan.FromMinutes(1);
        options.Reconciliation.NoAnswerWindow = TimeSpan.FromMinutes(1);
        options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Reconciliation.MaxDelay = Short;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return LosesWrites && request.Method != HttpMethod.Get
            ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : new HttpResponseMessage(Status)
            {
                Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            };
    }
}
