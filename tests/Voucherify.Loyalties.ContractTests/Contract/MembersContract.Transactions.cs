using System.Globalization;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Contract;

public abstract partial class MembersContract
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_adjustment_appears_in_the_transactions()
    {
        const string Removal = $$$"""
            {"id":"vtx_0c9dd2527696ba081b","source_id":"order-1","voucher_id":"{{{CardId}}}","campaign_id":"{{{CampaignId}}}",
            "source":"API","reason":"Gave a mug",
             "type":"POINTS_REMOVAL","details":{"balance":{"type":"loyalty_card","total":150,"object":"balance","points":-50,"balance":150,
             "related_object":{"id":"{{{CardId}}}","type":"voucher"},"operation_type":"MANUAL"} },"related_transaction_id":null,
             "created_at":"2024-05-15T12:00:00.000Z"}
            """;
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(BalancePath, Responses.Balance(-50, 150)),
                Exchange.Get(TransactionsPath, $$"""{"object":"list","data_ref":"data","data":[{{Removal}}],"has_more":false}"""),
            ],
        });
        await client.V1.Members.AdjustBalanceAsync(
            Code, new() { Points = -50, Reason = "Gave a mug", SourceId = "order-1" }, cancellationToken: Stop);

        var page = await client.V1.Transactions.ListMemberTransactionsPageAsync(Code, cancellationToken: Stop);

        Assert.Equal(("list", "data", false, null), (page.Object, page.DataRef, page.HasMore, page.MoreStartingAfter));
        var transaction = Assert.Single(page.Data!);
        Assert.Matches("^vtx_[0-9a-f]{18}$", transaction.Id);
        AssertBalance(-50, 150, transaction.Details!.Balance);
        Assert.Equal(
            new LoyaltyTransaction
            {
                Id = transaction.Id,
                SourceId = "order-1",
                VoucherId = CardId,
                CampaignId = CampaignId,
                Source = "API",
                Reason = "Gave a mug",
                Type = LoyaltyTransactionType.PointsRemoval,
                Details = new() { Balance = transaction.Details.Balance },
                CreatedAt = Noon,
            },
            transaction);
    }

    [Fact]
    public async Task Transactions_are_listed_newest_first_across_pages()
    {
        var history = Points(250);
        var client = await StartAsync(new()
        {
            Cards = [Card()],
            History = history,
            Script =
            [
                PageOf(250, 151, "limit", "100"), PageOf(150, 51, "starting_after_id", Id(151)), PageOf(50, 1, "starting_after_id", Id(51)),
            ],
        });

        var all = await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, new() { Limit = 100 }, cancellationToken: Stop));

        Assert.Equal(history.Reverse(), all.Select(static transaction => transaction.Details!.Balance!.Points!.Value));
        Assert.Equal(Enumerable.Range(1, 250).Reverse().Select(SourceId), all.Select(static transaction => transaction.SourceId));
        Assert.Equal(all.OrderByDescending(static transaction => transaction.CreatedAt), all);
        Assert.Equal(250, all.DistinctBy(static transaction => transaction.Id).Count());
        Assert.All(all, static transaction => Assert.Equal(LoyaltyTransactionType.PointsAddition, transaction.Type));
        Assert.Equal(Noon.AddMinutes(250), all[0].CreatedAt);
    }

    [Fact]
    public async Task A_page_is_fetched_only_when_its_items_are_read()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card()],
            History = Points(35),
            Script = [PageOf(35, 26), PageOf(25, 16, "starting_after_id", Id(26))],
        });
        List<string?> seen = [];

        await foreach (var transaction in client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop))
        {
            seen.Add(transaction.SourceId);
            if (seen.Count == 11)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(25, 11).Reverse().Select(SourceId), seen);
    }

    [Fact]
    public async Task A_page_states_where_the_next_one_begins()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card()],
            History = Points(12),
            Script = [PageOf(12, 3), PageOf(2, 1, "starting_after_id", Id(3))],
        });

        var first = await client.V1.Transactions.ListMemberTransactionsPageAsync(Code, cancellationToken: Stop);
        var last = await client.V1.Transactions.ListMemberTransactionsPageAsync(
            Code,
            new() { StartingAfterId = first.MoreStartingAfter },
            cancellationToken: Stop);

        Assert.True(first.HasMore);
        Assert.Equal(10, first.Data!.Count);
        Assert.Equal(first.Data[^1].Id, first.MoreStartingAfter);
        Assert.False(last.HasMore);
        Assert.Equal([SourceId(2), SourceId(1)], last.Data!.Select(static transaction => transaction.SourceId));
    }

    [Fact]
    public async Task Transactions_can_be_filtered_by_time()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card()],
            History = Points(5),
            Script =
            [
                Exchange.Get(TransactionsPath, $$"""{"data":[{{RowOf(3)}},{{RowOf(2)}}],"has_more":false}""") with
                {
                    Query = new Dictionary<string, string>
                    {
                        ["filters[created_at][conditions][$after]"] = "2024-05-15T12:01:00Z",
                        ["filters[created_at][conditions][$before]"] = "2024-05-15T12:04:00Z",
                    },
                },
            ],
        });

        // The additions are a minute apart. The bounds, here in another time zone, are exclusive.
        var span = new DateTimeConditions { After = Noon.AddMinutes(1).ToOffset(TimeSpan.FromHours(2)), Before = Noon.AddMinutes(4) };
        var all = await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(
            Code,
            new() { Filters = new() { CreatedAt = span, Junction = Junction.And } },
            cancellationToken: Stop));

        Assert.Equal([SourceId(3), SourceId(2)], all.Select(static transaction => transaction.SourceId));
    }

    [Fact]
    public async Task A_card_without_transactions_has_an_empty_list()
    {
        var client = await StartAsync(new() { Cards = [Card(200)], Script = [Exchange.Get(TransactionsPath, Responses.EmptyList)] });

        Assert.Empty(await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop)));
    }

    private static IReadOnlyList<long> Points(int count) => [.. Enumerable.Range(1, count).Select(static number => (long)number)];

    private static string SourceId(int number) => string.Create(CultureInfo.InvariantCulture, $"history-{number}");

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"vtx_{number:x18}");

    /// <summary>The page of the history from one addition down to another, as a stub sends it.</summary>
    private static Exchange PageOf(int newest, int oldest, string? parameter = null, string value = "")
    {
        var rows = string.Join(',', Enumerable.Range(oldest, newest - oldest + 1).Reverse().Select(RowOf));
        var more = oldest > 1 ? $$""","has_more":true,"more_starting_after":"{{Id(oldest)}}"}""" : ""","has_more":false}""";
        return Exchange.Get(TransactionsPath, $$"""{"object":"list","data_ref":"data","data":[{{rows}}]{{more}}""") with
        {
            Query = parameter is null ? new Dictionary<string, string>() : new() { [parameter] = value },
        };
    }

    private static string RowOf(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"id":"{{Id(number)}}","source_id":"{{SourceId(number)}}","type":"POINTS_ADDITION","details":{"balance":{"points":{{number}} } },
        "created_at":"{{Noon.AddMinutes(number):yyyy-MM-ddTHH:mm:ss.fffZ}}"}
        """);
}
