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
        With("X-App-Id", "other"),
        With("X-App-Token", "other"),
        With("authorization", "Bearer other"),
        With("X-Voucherify-API-Version", "v2017"),
        With("Host", "elsewhere.example"),
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
        With("X-HTTP-Method", "DELETE"),
        With("X-HTTP-Method-Override", "DELETE"),
        With("X-Method-Override", "DELETE"),
    ];

    [Theory, MemberData(nameof(Refused))]
    public async Task Invalid_request_options_are_refused_before_anything_is_sent(RequestOptions options)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => test.AdjustAsync(options: options));

        Assert.Equal("options", error.ParamName);
        Assert.Equal(0, test.Attempts);
    }

    public static TheoryData<RequestOptions, string> Complaints { get; } = new()
    {
        {
            new RequestOptions { Timeout = TimeSpan.FromHours(25) },
            "RequestOptions.Timeout must be more than 0 and at most a day, not 1.01:00:00."
        },
        {
            With("Host", "a") with { Timeout = TimeSpan.Zero },
            "RequestOptions.Timeout must be more than 0 and at most a day, not 00:00:00."
        },
        {
            With("Te\nst", "a"),
            "RequestOptions.Headers must not set 'Te?st': it is not a header name, or the client sets it itself."
        },
        {
            With("X-Trace", "a\nb"),
            "RequestOptions.Headers['X-Trace'] has a line break, another control character, or a character that is not ASCII."
        },
    };

    [Theory, MemberData(nameof(Complaints))]
    public async Task The_error_of_invalid_request_options_says_what_is_wrong(RequestOptions options, string complaint)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => test.AdjustAsync(options: options));

        Assert.Equal($"{complaint} (Parameter 'options')", error.Message);
    }

    [Fact]
    public async Task A_timeout_of_a_day_and_a_header_name_of_punctuation_are_valid()
    {
        const string Name = "!#$%&'*+-.^_`|~9";
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await test.AdjustAsync(options: With(Name, "a") with { Timeout = TimeSpan.FromDays(1) });

        Assert.Equal("a", Assert.Single(test.Handler.Requests).Header(Name));
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
