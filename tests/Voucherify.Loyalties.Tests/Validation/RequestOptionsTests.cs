using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Validation;

public sealed class RequestOptionsTests
{
    public static TheoryData<RequestOptions> Refused { get; } =
    [
        new RequestOptions { Timeout = TimeSpan.Zero },
        new RequestOptions { Timeout = TimeSpan.FromSeconds(-1) },
        new RequestOptions { Timeout = TimeSpan.MaxValue },
        With("X-Trace", "a\r\nX-App-Id: other"),
        With("X-Trace", "a\nb"),
        With("X-Trace", "gr\u00fc\u00dfe"),
        With("X-Tr\r\nace", "a"),
        With("", "a"),
        With("X-App-Token", "other"),
        With("authorization", "Bearer other"),
        With("X-Voucherify-API-Version", "v2017"),
        With("Content-Type", "text/plain"),
        With("Expect", "100-continue"),
        With("expect", "something-else"),
        With("Connection", "Upgrade"),
        With("Keep-Alive", "timeout=5"),
        With("TE", "trailers"),
        With("Trailer", "X-Sum"),
        With("Transfer-Encoding", "chunked"),
        With("Upgrade", "h2c"),
        With("HTTP2-Settings", "AAMAAABk"),
        With("Proxy-Authorization", "Basic other"),
        With("Proxy-Connection", "close"),
        With("X-HTTP-Method-Override", "DELETE"),
    ];

    [Theory, MemberData(nameof(Refused))]
    public async Task Invalid_request_options_are_refused_before_anything_is_sent(RequestOptions options)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => test.AdjustAsync(options: options));

        Assert.Equal("options", error.ParamName);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task Extra_headers_are_sent_with_each_attempt()
    {
        using var test = new ScriptedClient(Steps.FailToConnect(), Steps.Ok(Steps.BalanceJson));

        await test.AdjustAsync(TestContext.Current.CancellationToken, With("X-Trace", "abc"));

        Assert.All(test.Handler.Requests, request => Assert.Equal("abc", request.Header("X-Trace")));
        Assert.Equal(2, test.Attempts);
    }

    private static RequestOptions With(string header, string value) =>
        new() { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [header] = value } };
}
