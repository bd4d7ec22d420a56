using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>Response bodies that are compressed, too long, or unexpected.</summary>
public sealed class BodyTests
{
    private const int Limit = 10 * 1024 * 1024;

    private const string GoodJson = """{"balance":1}""";

    /// <summary>How a response is too long.</summary>
    public enum Flood
    {
        /// <summary>Its announced length is too long.</summary>
        Announced,

        /// <summary>It consists of chunks without an end.</summary>
        Endless,

        /// <summary>It is small on the wire and too long when decompressed.</summary>
        Compressed,
    }

    public static TheoryData<Flood> Floods => new(Enum.GetValues<Flood>());

    public static TheoryData<ApiVersion, Flood> FloodsOfVersions =>
        new MatrixTheoryData<ApiVersion, Flood>(Adjustment.Versions, Enum.GetValues<Flood>());

    public static IEnumerable<TheoryDataRow<ApiVersion, string>> IncompleteResponses =>
        from version in Adjustment.Versions
        from body in (string[])["", "null", "[]", "{}", "<html>OK</html>", .. Adjustment.Of(version).IncompleteResponses]
        select new TheoryDataRow<ApiVersion, string>(version, body);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiVersion.V1, "gzip")]
    [InlineData(ApiVersion.V1, "br")]
    [InlineData(ApiVersion.V1, "deflate")]
    [InlineData(ApiVersion.V2, "gzip")]
    [InlineData(ApiVersion.V2, "br")]
    [InlineData(ApiVersion.V2, "deflate")]
    public async Task A_compressed_response_to_an_adjustment_is_read(ApiVersion version, string encoding)
    {
        var adjustment = Adjustment.Of(version);
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, encoding, adjustment.Response));
        using var client = LoopbackClient.For(server.Address).Build();

        // Nothing asked for the compression of this response.
        Assert.False(await adjustment.MakeAsync(client, Stop));
        Assert.DoesNotContain("Accept-Encoding", server.Requests.Single().Headers.Keys);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    public async Task A_read_asks_for_compression_and_reads_it(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(context => SendAsync(context, encoding, Responses.Member));
        using var client = LoopbackClient.For(server.Address).Build();

        var member = await client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.NotEmpty(member.Id.ToString());
        Assert.Equal("gzip, deflate, br", server.Requests.Single().Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task A_compressed_error_response_is_read()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 400;
            return SendAsync(context, "gzip", """{"code":400,"key":"invalid_payload","message":"Invalid payload","request_id":"v-1"}""");
        });
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(("invalid_payload", "v-1"), (error.Key, error.RequestId));
    }

    [Fact]
    public async Task A_response_of_exactly_the_maximum_length_is_read()
    {
        var body = $$"""{"id":"v_1","additional_info":"{{new string('x', 64)}}"}""";
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = Limit;
            await context.Response.WriteAsync(body, context.RequestAborted);
            await context.Response.Body.WriteAsync(Spaces(Limit - body.Length), context.RequestAborted);
        });
        using var client = LoopbackClient.For(server.Address).Build();

        Assert.Equal("v_1", (await client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop)).Id);
    }

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task A_read_fails_if_the_response_is_too_long(Flood flood)
    {
        await using var server = await LoopbackServer.StartAsync(context => FloodAsync(context, flood));
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(
            () => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(FloodsOfVersions))]
    public async Task An_adjustment_whose_response_is_too_long_has_an_unknown_outcome(ApiVersion version, Flood flood)
    {
        var adjustment = Adjustment.Of(version);
        await using var server = await LoopbackServer.StartAsync(context => FloodAsync(context, flood, adjustment.Response));
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => adjustment.MakeAsync(client, Stop));

        Assert.Equal(Adjustment.SourceId, error.SourceId);
        Assert.IsType<LoyaltyResponseException>(error.InnerException);
        Assert.Single(server.Writes);
    }

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task An_error_response_whose_body_is_too_long_keeps_its_status(Flood flood)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return FloodAsync(context, flood);
        });
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new ApiError(), error.Error);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(IncompleteResponses))]
    public async Task An_adjustment_whose_response_does_not_say_what_was_applied_has_an_unknown_outcome(ApiVersion version, string body)
    {
        await using var server = await LoopbackServer.RespondingAsync(body);
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Adjustment.Of(version).MakeAsync(client, Stop));

        Assert.IsType<LoyaltyResponseException>(error.InnerException);
        Assert.Single(server.Writes);
    }

    [Theory]
    [InlineData(ApiVersion.V1, 500)]
    [InlineData(ApiVersion.V1, 502)]
    [InlineData(ApiVersion.V1, 503)]
    [InlineData(ApiVersion.V1, 504)]
    [InlineData(ApiVersion.V2, 500)]
    [InlineData(ApiVersion.V2, 502)]
    [InlineData(ApiVersion.V2, 503)]
    [InlineData(ApiVersion.V2, 504)]
    public async Task An_adjustment_with_an_HTML_response_of_a_gateway_has_an_unknown_outcome(ApiVersion version, int status)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html><h1>Bad gateway</h1></html>", context.RequestAborted);
        });
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Adjustment.Of(version).MakeAsync(client, Stop));

        Assert.Equal((HttpStatusCode)status, Assert.IsType<LoyaltyApiException>(error.InnerException).StatusCode);
        Assert.Single(server.Writes);
    }

    private static async Task SendAsync(HttpContext context, string encoding, string json)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = encoding.Split(' ')[^1];
        await context.Response.Body.WriteAsync(Compressed.As(encoding, json), context.RequestAborted);
    }

    private static async Task FloodAsync(HttpContext context, Flood flood, string json = GoodJson)
    {
        switch (flood)
        {
            case Flood.Announced:
                context.Response.ContentLength = Limit + 1L;
                await WriteUntilGoneAsync(context, json, Limit + 1L);
                break;
            case Flood.Endless:
                await WriteUntilGoneAsync(context, json, long.MaxValue);
                break;
            default:
                await SendAsync(context, "gzip", json + new string(' ', Limit));
                break;
        }
    }

    private static async Task WriteUntilGoneAsync(HttpContext context, string json, long length)
    {
        // Without the limit this would be a good response: JSON followed by white space.
        await context.Response.WriteAsync(json);
        length -= json.Length;
        var piece = Spaces(64 * 1024);
        while (length > 0 && !context.RequestAborted.IsCancellationRequested)
        {
            var next = (int)Math.Min(piece.Length, length);
            await context.Response.Body.WriteAsync(piece.AsMemory(0, next));
            length -= next;
        }
    }

    private static byte[] Spaces(int count) => Encoding.ASCII.GetBytes(new string(' ', count));
}
