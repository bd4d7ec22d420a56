using System.Net;
using System.Text;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>An error about a body that cannot be read at all names the reason.</summary>
public sealed class UnreadableBodyTests
{
    private const string TooDeep = "is nested deeper than 64 levels";
    private const string NotUtf8 = "is not UTF-8";

    public static TheoryData<byte[], string> Bodies { get; } = new()
    {
        { Encoding.UTF8.GetBytes($$"""{"code":"CARD","metadata":{{Nested(80)}}}"""), TooDeep },
        { Encoding.UTF8.GetBytes($$"""{"code":"CARD","unknown":{{Nested(64)}}}"""), TooDeep },
        { Encoding.Unicode.GetBytes("""{"code":"CARD"}"""), NotUtf8 },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("""{"code":"CARD"}""")], NotUtf8 },
        { Encoding.UTF32.GetBytes("""{"code":"CARD"}"""), NotUtf8 },
        { Encoding.Latin1.GetBytes("""{"code":"CAFÉ"}"""), NotUtf8 },
        { Encoding.UTF8.GetBytes("""{"code":"CARD" """), "cannot be read" },
        { Encoding.UTF8.GetBytes("\"CARD\""), "cannot be read" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_read_is_an_error_with_the_reason(byte[] body, string reason)
    {
        using var test = new ScriptedClient(Respond(body));

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(() => test.GetAsync());

        Assert.Equal($"Voucherify responded with 200, but: The response body {reason}.", error.Message);
    }

    [Fact]
    public async Task A_body_of_64_levels_can_be_read()
    {
        var member = await OddValueTests.Get($$$"""{"code":"CARD","metadata":{"a":{{{Nested(62)}}}}}""");

        Assert.Single(member.Metadata!);
    }

    [Fact]
    public async Task A_string_that_is_not_UTF_8_does_not_hide_that_a_write_was_applied()
    {
        using var test = new ScriptedClient(Respond(Encoding.Latin1.GetBytes("""{"balance":600,"points":100,"object":"Zürich"}""")));

        var result = await test.AdjustAsync();

        Assert.Equal((600, null), (result.Balance, result.Object));
        Assert.Equal(["object"], UnreadableMembers.Of(result)?.Paths);
    }

    [Theory]
    [InlineData("too deep", "The webhook is nested deeper than 64 levels.")]
    [InlineData("UTF-16", "The webhook is not UTF-8.")]
    [InlineData("broken", "The webhook is not JSON.")]
    public void An_error_about_a_webhook_names_the_reason(string kind, string message)
    {
        var body = kind switch
        {
            "too deep" => Encoding.UTF8.GetBytes($$"""{"type":"a","data":{{Nested(70)}}}"""),
            "UTF-16" => Encoding.Unicode.GetBytes("""{"type":"a"}"""),
            _ => "{"u8.ToArray(),
        };

        var error = Assert.Throws<LoyaltyWebhookException>(() => LoyaltyWebhook.Parse(body));

        Assert.Equal(message, error.Message);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static Step Respond(byte[] body) => async (request, cancellationToken) =>
    {
        await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    };
}
