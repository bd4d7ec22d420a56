using System.Net;
using System.Text.Json;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>Transactions, pending points and expiring points of a card of version 2.</summary>
public sealed class CardListTests
{
    private const string Card = "/v2/loyalties/programs/lprg_1/members/lmbr_2/cards/lcrd_3";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_transactions_has_the_query_on_the_wire_and_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.CardTransactionPage"));
        var query = new ListCardTransactionsQuery
        {
            Limit = 20,
            Cursor = "lcrsctx_1",
            Order = CardTransactionOrder.IdDescending,
            Filters = new()
            {
                Junction = Junction.Or,
                Id = new() { In = ["lctx_1", "lctx_2"] },
                CreatedAt = new() { After = DateTimeOffset.UnixEpoch, LessThanDaysAgo = 3 },
            },
        };

        var page = await test.Client.V2.Cards.ListCardTransactionsPageAsync("lprg_1", "lmbr_2", "lcrd_3", query, cancellationToken: Token);

        test.AssertSent(
            HttpMethod.Get,
            $"{Card}/transactions?limit=20&order=-id&cursor=lcrsctx_1&filters[junction]=OR"
            + "&filters[id][conditions][$in][0]=lctx_1&filters[id][conditions][$in][1]=lctx_2"
            + "&filters[created_at][conditions][$after]=1970-01-01T00%3A00%3A00Z&filters[created_at][conditions][$less_than]=3",
            null);
        var written = JsonSerializer.SerializeToNode(page, V2Json.PageOfCardTransaction);
        Assert.NotNull(written!["data"]![0]!["details"]!["points"]!["total"]);
        Assert.NotNull(page.NextCursor);
        Assert.NotNull(page.CursorExpiresAt);
    }

    [Fact]
    public async Task Every_page_is_requested_with_the_same_query()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""
                {"data":[{"id":"lctx_3"},null,{"id":"lctx_2"}],"cursor":{"next":"lcrsctx_1","expires_at":"2026-11-28T12:00:00Z"}}
                """),
            Steps.Ok("""{"data":[{"id":"lctx_1"}],"cursor":null}"""));
        var query = new ListCardTransactionsQuery { Limit = 2, Filters = new() { CreatedAt = new() { MoreThanDaysAgo = 1 } } };

        var ids = await test.Client.V2.Cards.ListCardTransactionsAsync("lprg_1", "lmbr_2", "lcrd_3", query, cancellationToken: Token)
            .Select(transaction => transaction.Id.Value)
            .ToListAsync(Token);

        Assert.Equal(["lctx_3", "lctx_2", "lctx_1"], ids);
        const string Filter = "filters%5Bcreated_at%5D%5Bconditions%5D%5B%24more_than%5D=1";
        Assert.Equal(
            [$"?limit=2&{Filter}", $"?limit=2&cursor=lcrsctx_1&{Filter}"], test.Handler.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task A_list_is_read_in_the_largest_pages_without_an_order()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"data":[]}"""));

        Assert.Empty(await test.Client.V2.Cards.ListCardTransactionsAsync("p", "m", "c", cancellationToken: Token).ToListAsync(Token));

        Assert.Equal("?limit=100", test.Handler.Requests.Single().Uri.Query);
    }

    [Fact]
    public async Task A_list_whose_cursor_has_expired_says_that_it_is_incomplete()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data":[{"id":"lcppb_1"}],"cursor":{"next":"lcrscppb_1"}}"""),
            Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_or_expired_cursor","message":"Expired"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyException>(
            () => test.Client.V2.Cards.ListCardPendingPointsAsync("p", "m", "c", cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.StartsWith("The list is incomplete: the cursor of the next page has expired", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pending-points", "?limit=5&order=-date")]
    [InlineData("expiring-points", "?limit=5&order=-expiration_date")]
    public async Task Pending_and_expiring_points_are_listed(string path, string query)
    {
        using var test = new ScriptedClient(Steps.Ok("""
            {"data":[{"id":"b_1","points":{"total":12},"date":"2026-12-01","expiration_date":"2026-12-01","status":"SOMETHING_NEW"}]}
            """));
        var cards = test.Client.V2.Cards;

        if (path == "pending-points")
        {
            var pending = await cards.ListCardPendingPointsAsync(
                "lprg_1", "lmbr_2", "lcrd_3", new() { Limit = 5, Order = PendingPointsOrder.DateDescending }, cancellationToken: Token)
                .SingleAsync(Token);
            Assert.Equal((12, new DateOnly(2026, 12, 1)), (pending.Points!.Total, pending.Date));
            Assert.Equal("SOMETHING_NEW", pending.Status!.Value.Value);
        }
        else
        {
            var bucket = await cards.ListCardExpiringPointsAsync(
                "lprg_1",
                "lmbr_2",
                "lcrd_3",
                new() { Limit = 5, Order = ExpiringPointsOrder.ExpirationDateDescending },
                cancellationToken: Token)
                .SingleAsync(Token);
            Assert.Equal((12, new DateOnly(2026, 12, 1)), (bucket.Points!.Total, bucket.ExpirationDate));
        }

        test.AssertSent(HttpMethod.Get, $"{Card}/{path}{query}", null);
    }

    [Fact]
    public async Task A_transaction_of_a_new_shape_keeps_what_can_be_read()
    {
        using var test = new ScriptedClient(Steps.Ok("""
            {"data":[{"id":"lctx_1","type":"POINTS_GIFTED","status":"APPROVED","details":{"reason":"Gift","points":{"total":5},
             "rejection":{"reason":"R","details":{"max":3}},"novelty":[1]}},{"id":"lctx_2","details":null,"status":null}]}
            """));

        var page = await test.Client.V2.Cards.ListCardTransactionsPageAsync("p", "m", "c", cancellationToken: Token);

        var (first, second) = (page.Items![0], page.Items[1]);
        Assert.Equal(("POINTS_GIFTED", "Gift", 5), (first.Type!.Value.Value, first.Details!.Reason, first.Details.Points!.Total));
        Assert.Equal(3, first.Details.Raw!.Value.GetProperty("rejection").GetProperty("details").GetProperty("max").GetInt32());
        Assert.Equal((null, null), (second.Details, second.Status));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Ids_of_a_response_can_be_passed_on_and_absent_ones_are_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"lmbr_2","program_id":"lprg_1","cards":[{"card":{"id":null}}]}"""));
        var member = await test.Client.V2.Members.GetMemberAsync("lprg_1", "lmbr_2", cancellationToken: Token);

        var error = Assert.Throws<ArgumentException>(
            "cardId",
            () => { _ = test.Client.V2.Cards.ListCardTransactionsAsync(member.ProgramId, member.Id, member.Cards![0].Card!.Id); });

        Assert.Contains("The id of a card is required, but this one has no value.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public void Limits_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Limit", () => { _ = test.Client.V2.Cards.ListCardTransactionsAsync("p", "m", "c", new() { Limit = 101 }); });
        Assert.Equal(0, test.Attempts);
    }
}
