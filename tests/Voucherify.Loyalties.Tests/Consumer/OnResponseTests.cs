using System.Net;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Consumer;

/// <summary>A caller who asks gets the responses of a call that succeeds.</summary>
public sealed class OnResponseTests
{
    private const string FirstPage = """{"object":"list","data":[{"id":"vtx_2"}],"has_more":true,"more_starting_after":"vtx_2"}""";
    private const string LastPage = """{"object":"list","data":[{"id":"vtx_1"}],"has_more":false}""";

    private readonly List<LoyaltyResponse> _seen = [];

    private RequestOptions Asking => new() { OnResponse = _seen.Add };

    [Fact]
    public async Task A_success_hands_over_its_status_headers_and_body()
    {
        (string, string)[] headers = [("X-Request", "r_1"), ("Set-Cookie", "session=s3cret"), ("X-Many", "a"), ("X-Many", "b")];
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.Accepted, Steps.MemberJson, headers));

        await test.Clock.RunToEnd(test.Client.V1.Members.GetMemberAsync("CARD", options: Asking));

        var response = Assert.Single(_seen);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(Steps.MemberJson, response.GetBodyAsString());
        Assert.Equal(("r_1", "application/json; charset=utf-8"), (response.GetHeader("x-request"), response.GetHeader("Content-Type")));
        Assert.Equal(["a", "b"], response.Headers["X-Many"]);
        Assert.False(response.Headers.ContainsKey("Set-Cookie"));
        Assert.DoesNotContain("CARD", response.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_hands_over_each_page()
    {
        using var test = new ScriptedClient(Steps.Ok(FirstPage), Steps.Ok(LastPage));

        await test.Clock.RunToEnd(test.Client.V1.Transactions.ListMemberTransactionsAsync("CARD", options: Asking).ToListAsync().AsTask());

        Assert.Equal([FirstPage, LastPage], _seen.Select(static response => response.GetBodyAsString()));
    }

    [Fact]
    public async Task Only_the_attempt_that_succeeds_is_handed_over()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.ServiceUnavailable), Steps.Ok(Steps.MemberJson));

        await test.Clock.RunToEnd(test.Client.V1.Members.GetMemberAsync("CARD", options: Asking));

        Assert.Equal(HttpStatusCode.OK, Assert.Single(_seen).StatusCode);
    }

    [Fact]
    public async Task A_search_for_a_lost_adjustment_is_not_handed_over()
    {
        const string Found = """
            {"object":"list","has_more":false,"data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION",
            "created_at":"2030-01-01T00:00:00Z","details":{"balance":{"points":100,"balance":100,"object":"balance"}}}]}
            """;
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(Found));

        var result = await test.AdjustAsync(options: Asking);

        Assert.True(result.Recovered);
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task A_token_stays_out_of_the_body()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"access_token":"s3cret","expires_in":900}"""));

        await test.Clock.RunToEnd(test.Client.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Loyalties] }, Asking));

        Assert.True(Assert.Single(_seen).Body.IsEmpty);
    }

    [Fact]
    public async Task A_call_without_a_body_hands_over_an_empty_one()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.NoContent));

        await test.Clock.RunToEnd(test.Client.OAuth.RevokeTokenAsync(new RevokeTokenRequest { AccessToken = "t" }, Asking));

        Assert.Equal((HttpStatusCode.NoContent, 0), (Assert.Single(_seen).StatusCode, _seen[0].Body.Length));
    }

    [Fact]
    public async Task A_delegate_that_throws_does_not_change_the_outcome()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        var result = await test.AdjustAsync(options: new() { OnResponse = static _ => throw new InvalidOperationException("mine") });

        Assert.Equal((13136, 1), (result.Balance, test.Attempts));
    }
}
