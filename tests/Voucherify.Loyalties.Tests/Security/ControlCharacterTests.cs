using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>
/// Control characters are refused wherever they could become a header, a path or an id. The exception names the argument, and nothing is
/// sent.
/// </summary>
public sealed class ControlCharacterTests
{
    private static readonly string[] Controls =
    [
        .. Enumerable.Range(0, 256).Select(static code => (char)code).Where(char.IsControl).Select(static c => $"a{c}b"),
        "a\r\nX-App-Token: other",
        "a\r\n\r\nGET /",
    ];

    public static TheoryData<string> Controlled => [.. Controls];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Controlled))]
    public void Control_characters_in_credentials_are_refused(string text)
    {
        Assert.Throws<ArgumentException>("appId", () => LoyaltyCredentials.ApiKey(text, "token"));
        Assert.Throws<ArgumentException>("appToken", () => LoyaltyCredentials.ApiKey("id", text));
        Assert.Throws<ArgumentException>("appToken", () => LoyaltyCredentials.OAuth("id", text));
    }

    [Theory, MemberData(nameof(Controlled))]
    public async Task Control_characters_in_an_access_token_are_refused(string text)
    {
        using var provided = new ScriptedClient(
            client => client.WithCredentials(LoyaltyCredentials.AccessToken((_, _) => new(text))), Steps.Ok(Steps.BalanceJson));
        using var requested = new ScriptedClient(
            static client => client.WithCredentials(LoyaltyCredentials.OAuth("id", "token")),
            Steps.Ok($$"""{"access_token":{{System.Text.Json.JsonSerializer.Serialize(text)}},"expires_in":900}"""));

        await Assert.ThrowsAsync<LoyaltyException>(() => provided.AdjustAsync());
        await Assert.ThrowsAsync<LoyaltyException>(() => requested.AdjustAsync());

        Assert.Equal(0, provided.Attempts);
        Assert.Equal("/v1/oauth/token", Assert.Single(requested.Handler.Requests).Uri.AbsolutePath);
    }

    [Theory, MemberData(nameof(Controlled))]
    public async Task Control_characters_in_the_headers_of_a_call_are_refused(string text)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await Assert.ThrowsAsync<ArgumentException>("options", () => test.AdjustAsync(options: With("X-Trace", text)));
        await Assert.ThrowsAsync<ArgumentException>("options", () => test.AdjustAsync(options: With(text, "value")));

        Assert.Equal(0, test.Attempts);
    }

    [Theory, MemberData(nameof(Controlled))]
    public async Task Control_characters_in_path_ids_are_refused(string text)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await Assert.ThrowsAsync<ArgumentException>(
            "memberId", () => test.Client.V1.Members.AdjustBalanceAsync(text, new() { Points = 1 }, cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(
            "campaignId", () => test.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, text, cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>("memberId", () => test.Client.V1.Members.GetMemberAsync(text, cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>("exportId", () => test.Client.V1.Exports.GetExportAsync(text, cancellationToken: Stop));

        Assert.Equal(0, test.Attempts);
    }

    [Theory, MemberData(nameof(Controlled))]
    public async Task Control_characters_in_a_source_id_are_refused(string text)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));
        var transfer = new[] { new PointsTransferItem { Code = "OTHER", Points = 1, SourceId = text } };

        await Assert.ThrowsAsync<ArgumentException>(
            "request",
            () => test.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1, SourceId = text }, cancellationToken: Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => test.Client.V1.Members.TransferPointsAsync("CARD", "camp_1", transfer, cancellationToken: Stop));

        Assert.Equal(0, test.Attempts);
    }

    private static RequestOptions With(string header, string value) =>
        new() { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [header] = value } };
}
