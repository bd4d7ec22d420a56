using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>
/// Responses that are small on the wire and huge in memory, and responses without an end. They stop at the limit of the options.
/// The tests of bodies cover the default limit of 10 MiB, and the unit tests count the bytes that are read.
/// </summary>
public sealed class BodyLimitTests : IAsyncDisposable
{
    private const int Limit = 64 * 1024;

    /// <summary>The size of the bomb in memory.</summary>
    private const int Megabytes = 64;

    private LoopbackServer? _server;
    private LoyaltyClient? _client;

    public static TheoryData<string> Bombs => ["gzip", "br", "deflate", "endless"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LoyaltyClient Client => _client!;

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Bombs))]
    public async Task A_read_with_a_decompression_bomb_fails_at_the_limit(string bomb)
    {
        await ConnectAsync(context => ThrowAsync(context, bomb));

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(
            () => Client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Contains($"longer than {Limit} bytes", error.Message, StringComparison.Ordinal);
        Assert.Single(_server!.Requests);
    }

    [Theory, MemberData(nameof(Bombs))]
    public async Task An_adjustment_whose_response_is_a_bomb_is_sent_once_and_found_in_the_transactions(string bomb)
    {
        await ConnectAsync(
            context => context.Request.Method == "POST" ? ThrowAsync(context, bomb) : LoopbackServer.RespondAsync(context, Transactions),
            static options => options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(1));

        var result = await Client.V1.Members.AdjustBalanceAsync(
            "CARD", new() { Points = 100, SourceId = "order-1" }, cancellationToken: Stop);

        Assert.True(result.Recovered);
        Assert.Single(_server!.Writes);
    }

    [Theory, MemberData(nameof(Bombs))]
    public async Task An_adjustment_whose_transactions_are_a_bomb_too_has_an_unknown_outcome(string bomb)
    {
        await ConnectAsync(context => ThrowAsync(context, bomb), LookForAMoment);

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-1" }, cancellationToken: Stop));

        Assert.IsType<LoyaltyResponseException>(error.InnerException);
        Assert.Single(_server!.Writes);
    }

    [Theory, MemberData(nameof(Bombs))]
    public async Task An_error_response_with_a_bomb_keeps_its_status_and_loses_its_body(string bomb)
    {
        await ConnectAsync(context =>
        {
            context.Response.StatusCode = 404;
            return ThrowAsync(context, bomb);
        });

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => Client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal((HttpStatusCode.NotFound, null), (error.StatusCode, error.Key));
    }

    [Theory, MemberData(nameof(Bombs))]
    public async Task A_token_response_with_a_bomb_fails_the_call_before_anything_is_adjusted(string bomb)
    {
        await ConnectAsync(
            context => ThrowAsync(context, bomb), static options => options.Credentials = LoyaltyCredentials.OAuth("key-id", "key-secret"));

        await Assert.ThrowsAsync<LoyaltyResponseException>(
            () => Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100 }, cancellationToken: Stop));

        Assert.All(_server!.Requests, static request => Assert.Equal("/v1/oauth/token", request.RawTarget));
    }

    [Fact]
    public async Task An_endless_body_ends_when_the_client_stops_reading()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await ConnectAsync(async context =>
        {
            await ThrowAsync(context, "endless");
            gone.SetResult();
        });

        await Assert.ThrowsAsync<LoyaltyResponseException>(() => Client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));
        await gone.Task.WaitAsync(TestTimeout.Limit, Stop);
    }

    private const string Transactions =
        """
        {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION",
        "details":{"balance":{"points":100,"balance":300,"total":300}}}],"has_more":false}
        """;

    private async Task ConnectAsync(RequestDelegate answer, Action<LoyaltyClientOptions>? configure = null)
    {
        _server = await LoopbackServer.StartAsync(answer);
        _client = LoopbackClient.For(_server.Address)
            .Configure(static options => options.MaxResponseBytes = Limit)
            .Configure(configure)
            .Build();
    }

    private static void LookForAMoment(LoyaltyClientOptions options)
    {
        options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Reconciliation.OutcomeTimeout = TimeSpan.FromSeconds(0.5);
    }

    private static async Task ThrowAsync(HttpContext context, string bomb)
    {
        context.Response.ContentType = "application/json";
        if (bomb == "endless")
        {
            await WriteUntilGoneAsync(context);
            return;
        }

        context.Response.Headers.ContentEncoding = bomb;
        var body = Bomb(bomb);
        Assert.InRange(body.Length, 1, Megabytes * 1024 * 1024 / 900);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task WriteUntilGoneAsync(HttpContext context)
    {
        var zeros = new byte[16 * 1024];
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(zeros, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has closed the connection, as expected.
        }
    }

    private static readonly Dictionary<string, Lazy<byte[]>> Made = new(StringComparer.Ordinal)
    {
        ["gzip"] = new(static () => Zeros(static bytes => new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))),
        ["br"] = new(static () => Zeros(static bytes => new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))),
        ["deflate"] = new(static () => Zeros(static bytes => new ZLibStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))),
    };

    private static byte[] Bomb(string encoding) => Made[encoding].Value;

    private static byte[] Zeros(Func<Stream, Stream> compress)
    {
        using var bytes = new MemoryStream();
        using (var stream = compress(bytes))
        {
            var megabyte = new byte[1024 * 1024];
            for (var i = 0; i < Megabytes; i++)
            {
                stream.Write(megabyte);
            }
        }

        return bytes.ToArray();
    }
}
