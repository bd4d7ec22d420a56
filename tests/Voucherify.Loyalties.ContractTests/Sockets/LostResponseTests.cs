using System.Net;
using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>The server reads the request, and then its response is lost. The server counts the requests that arrive.</summary>
public sealed class LostResponseTests : IDisposable
{
    private readonly CancellationTokenSource _patience = TestTimeout.Source();

    /// <summary>How a response is lost after the request was read.</summary>
    public enum Loss
    {
        /// <summary>The connection is reset before the first byte of the response.</summary>
        Reset,

        /// <summary>Only the headers arrive.</summary>
        ResetAfterHeaders,

        /// <summary>The body is shorter than announced.</summary>
        Truncated,

        /// <summary>The chunked body lacks its end.</summary>
        TruncatedChunks,

        /// <summary>The compressed body lacks its end.</summary>
        TruncatedGzip,
    }

    public static TheoryData<Loss> Losses => new(Enum.GetValues<Loss>());

    public static TheoryData<ApiVersion, Loss> VersionsAndLosses =>
        new MatrixTheoryData<ApiVersion, Loss>(Adjustment.Versions, Enum.GetValues<Loss>());

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Theory]
    [MemberData(nameof(VersionsAndLosses))]
    public async Task An_adjustment_whose_response_is_lost_is_sent_once_and_has_an_unknown_outcome(ApiVersion version, Loss loss)
    {
        var adjustment = Adjustment.Of(version);
        using var handler = new HeadersHandler();
        await using var server = await LoopbackServer.StartAsync(context => LoseAsync(context, loss, adjustment.Response, handler));
        using var client = LoopbackClient.For(server.Address).WithHandler(handler).Build();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => adjustment.MakeAsync(client, Stop));

        Assert.Equal(adjustment.Path, Assert.Single(server.Writes).RawTarget);
        Assert.Equal(1, error.Attempts);
        Assert.Equal((Adjustment.SourceId, adjustment.MemberId), (error.SourceId, error.MemberId));
        Assert.Equal(Adjustment.Points, adjustment.PointsIn(error));
        Assert.IsType(loss == Loss.Reset ? typeof(LoyaltyConnectionException) : typeof(LoyaltyResponseException), error.InnerException);
        Assert.DoesNotContain(TestClientBuilder.AppToken, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(VersionsAndLosses))]
    public async Task An_adjustment_whose_response_is_lost_on_a_reused_connection_is_sent_once(ApiVersion version, Loss loss)
    {
        var adjustment = Adjustment.Of(version);

        // .NET repeats some requests by itself when a reused connection breaks. It must not repeat this one.
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(context => Interlocked.Increment(ref calls) <= 2
            ? LoopbackServer.RespondAsync(context, adjustment.Response)
            : LoseAsync(context, loss, adjustment.Response));
        using var client = LoopbackClient.For(server.Address).Build();
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop);
        await adjustment.MakeAsync(client, Stop);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => adjustment.MakeAsync(client, Stop, sourceId: "order-2"));

        Assert.Equal(2, server.Writes.Count);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_read_whose_response_is_lost_is_retried_until_it_succeeds(Loss loss)
    {
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(context => Interlocked.Increment(ref calls) <= 2
            ? LoseAsync(context, loss, Responses.Member)
            : LoopbackServer.RespondAsync(context, Responses.Member));
        using var client = LoopbackClient.For(server.Address).Build();

        var member = await client.V1.Members.GetMemberAsync("MmFAzfDe", cancellationToken: Stop);

        Assert.Equal("MmFAzfDe", member.Code);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_read_that_never_succeeds_reports_the_last_error(Loss loss)
    {
        using var handler = new HeadersHandler();
        await using var server = await LoopbackServer.StartAsync(context => LoseAsync(context, loss, Responses.Member, handler));
        using var client = LoopbackClient.For(server.Address)
            .Configure(static options => options.Retry.MaxRetries = 2)
            .WithHandler(handler)
            .Build();

        var error = await Assert.ThrowsAnyAsync<LoyaltyException>(() => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.IsType(loss == Loss.Reset ? typeof(LoyaltyConnectionException) : typeof(LoyaltyResponseException), error);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(VersionsAndLosses))]
    public async Task A_lost_response_to_a_token_request_leaves_no_unknown_outcome(ApiVersion version, Loss loss)
    {
        await using var server = await LoopbackServer.StartAsync(context => LoseAsync(context, loss, Responses.Token("token-1")));
        using var client = LoopbackClient.For(server.Address).WithCredentials(LoyaltyCredentials.OAuth("key-id", "key-secret")).Build();

        var error = await Assert.ThrowsAnyAsync<LoyaltyException>(() => Adjustment.Of(version).MakeAsync(client, Stop));

        Assert.True(error is LoyaltyConnectionException or LoyaltyResponseException, error.ToString());
        Assert.All(server.Requests, static request => Assert.Equal("/v1/oauth/token", request.RawTarget));
        Assert.DoesNotContain("key-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task A_connection_that_the_server_closes_is_not_reused(ApiVersion version)
    {
        var adjustment = Adjustment.Of(version);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return LoopbackServer.RespondAsync(context, adjustment.Response);
        });
        using var client = LoopbackClient.For(server.Address).Build();

        for (var i = 0; i < 20; i++)
        {
            await adjustment.MakeAsync(client, Stop);
        }

        Assert.Equal(20, server.Requests.Count);
    }

    [Theory]
    [InlineData(ApiVersion.V1, false)]
    [InlineData(ApiVersion.V1, true)]
    [InlineData(ApiVersion.V2, false)]
    [InlineData(ApiVersion.V2, true)]
    public async Task An_adjustment_whose_response_is_late_is_sent_once_and_has_an_unknown_outcome(ApiVersion version, bool dripping)
    {
        var adjustment = Adjustment.Of(version);
        var clock = new WatchedClock();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await LoopbackServer.RespondAsync(context, adjustment.EmptyList);
                return;
            }

            if (dripping)
            {
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            arrived.TrySetResult();
            await SilenceAsync(context);
        });
        using var client = LoopbackClient.For(server.Address).WithClock(clock).Build();

        var call = adjustment.MakeAsync(client, Stop);
        await arrived.Task.WaitAsync(Stop);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => call);
        Assert.IsType<LoyaltyTimeoutException>(error.InnerException);
        Assert.Single(server.Writes);
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task An_adjustment_that_is_cancelled_in_flight_reports_its_source_id(ApiVersion version)
    {
        var adjustment = Adjustment.Of(version);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            arrived.TrySetResult();
            return SilenceAsync(context);
        });
        using var client = LoopbackClient.For(server.Address).Build();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var call = adjustment.MakeAsync(client, caller.Token);
        await arrived.Task.WaitAsync(Stop);
        await caller.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal((Adjustment.SourceId, adjustment.MemberId, caller.Token), (error.SourceId, error.MemberId, error.CancellationToken));
        Assert.Single(server.Writes);
    }

    /// <summary>Loses the response. With a handler, the client has seen the headers by then; without one, it may not have.</summary>
    private static async Task LoseAsync(HttpContext context, Loss loss, string json, HeadersHandler? handler = null)
    {
        context.Response.ContentType = "application/json";
        switch (loss)
        {
            case Loss.ResetAfterHeaders:
                context.Response.ContentLength = 1000;
                await context.Response.StartAsync(context.RequestAborted);
                break;
            case Loss.Truncated:
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync(json, context.RequestAborted);
                break;
            case Loss.TruncatedChunks:
                await context.Response.WriteAsync(json, context.RequestAborted);
                break;
            case Loss.TruncatedGzip:
                context.Response.ContentLength = 1000;
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.Body.WriteAsync(Compressed.Gzip(json).AsMemory(0, 20), context.RequestAborted);
                break;
            default:
                break;
        }

        if (context.Response.HasStarted)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await (handler?.HeadersAsync() ?? Task.FromResult(true));
        }

        context.Abort();
    }

    /// <summary>Sends nothing until the client closes the connection.</summary>
    private static async Task SilenceAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>
    /// Signals the server when the client has read the headers of a response. A reset discards what the client has not read yet.
    /// </summary>
    private sealed class HeadersHandler() : DelegatingHandler(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All })
    {
        private readonly SemaphoreSlim _arrived = new(0);

        public Task<bool> HeadersAsync() => _arrived.WaitAsync(TestTimeout.Limit);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            _arrived.Release();
            return response;
        }

        protected override void Dispose(bool disposing)
        {
            _arrived.Dispose();
            base.Dispose(disposing);
        }
    }
}
