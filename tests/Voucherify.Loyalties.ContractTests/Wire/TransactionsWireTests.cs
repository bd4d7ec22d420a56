using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The query of a transaction list, parameter by parameter, as it is sent.</summary>
public sealed class TransactionsWireTests : StubbedTests
{
    private const string Path = $"/v1/loyalties/members/{MemberId}/transactions";
    private const string Id = "filters%5Bid%5D%5Bconditions%5D";
    private const string CreatedAt = "filters%5Bcreated_at%5D%5Bconditions%5D";

    /// <summary>14:30 in a time zone two hours ahead of UTC, with a fraction of a second.</summary>
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2023, 3, 17, 14, 30, 0, TimeSpan.FromHours(2)).AddMilliseconds(524);

    [Theory]
    [InlineData(null, "/v1/loyalties/members/MmFAzfDe/transactions")]
    [InlineData("camp_FNYR4jhqZBM9xTptxDGgeNBV", "/v1/loyalties/camp_FNYR4jhqZBM9xTptxDGgeNBV/members/MmFAzfDe/transactions")]
    [InlineData("Loyalty Campaign", "/v1/loyalties/Loyalty Campaign/members/MmFAzfDe/transactions")]
    public async Task Both_transaction_routes_take_the_same_query(string? campaignId, string path)
    {
        Expect(Exchange.Get(path, Responses.EmptyList), Exchange.Get(path, Responses.EmptyList));
        var client = Connect();

        await client.V1.Transactions.ListMemberTransactionsPageAsync(MemberId, campaignId: campaignId, cancellationToken: Stop);
        await client.V1.Transactions.ListMemberTransactionsPageAsync(MemberId, Everything(), campaignId, cancellationToken: Stop);

        var requests = await Server.RequestsAsync(2);
        Assert.Equal("", requests[0].RawQuery);
        Assert.Equal(
            "limit=100&order=-id&starting_after_id=vtx_1"
            + $"&{Id}%5B%24is%5D=vtx_2&{CreatedAt}%5B%24after%5D=2023-03-17T12%3A30%3A00.524Z&filters%5Bjunction%5D=and",
            requests[1].RawQuery);
        Assert.All(requests, static request => Assert.Equal(("GET", ""), (request.Method, request.Body)));
    }

    public static TheoryData<ListMemberTransactionsQuery, string> Parameters => new()
    {
        { new() { Limit = 1 }, "limit=1" },
        { new() { Limit = 100 }, "limit=100" },
        { new() { Order = TransactionOrder.Id }, "order=id" },
        { new() { Order = TransactionOrder.IdDescending }, "order=-id" },
        { new() { StartingAfterId = "vtx_0c9dd2527696ba081b" }, "starting_after_id=vtx_0c9dd2527696ba081b" },
        { JoinedBy(Junction.And), "filters%5Bjunction%5D=and" },
        { JoinedBy(Junction.Or), "filters%5Bjunction%5D=or" },

        { Ids(new() { Is = "vtx_1" }), $"{Id}%5B%24is%5D=vtx_1" },
        { Ids(new() { IsNot = "vtx_1" }), $"{Id}%5B%24is_not%5D=vtx_1" },
        { Ids(new() { In = ["vtx_1", "vtx_2"] }), $"{Id}%5B%24in%5D%5B0%5D=vtx_1&{Id}%5B%24in%5D%5B1%5D=vtx_2" },
        { Ids(new() { NotIn = ["vtx_1"] }), $"{Id}%5B%24not_in%5D%5B0%5D=vtx_1" },
        { Ids(new() { HasValue = "" }), $"{Id}%5B%24has_value%5D=" },
        { Ids(new() { IsUnknown = "true" }), $"{Id}%5B%24is_unknown%5D=true" },
        { Ids(new() { StartsWith = "vtx_" }), $"{Id}%5B%24starts_with%5D=vtx_" },
        { Ids(new() { EndsWith = "81b" }), $"{Id}%5B%24ends_with%5D=81b" },
        { Ids(new() { Contains = "0c9" }), $"{Id}%5B%24contains%5D=0c9" },
        { Ids(new() { NotContain = "ff" }), $"{Id}%5B%24not_contain%5D=ff" },

        { Times(new() { After = Moment }), $"{CreatedAt}%5B%24after%5D=2023-03-17T12%3A30%3A00.524Z" },
        { Times(new() { Before = DateTimeOffset.UnixEpoch }), $"{CreatedAt}%5B%24before%5D=1970-01-01T00%3A00%3A00Z" },
        { Times(new() { HasValue = "" }), $"{CreatedAt}%5B%24has_value%5D=" },
        { Times(new() { IsUnknown = "" }), $"{CreatedAt}%5B%24is_unknown%5D=" },
        { Times(new() { MoreThan = 7 }), $"{CreatedAt}%5B%24more_than%5D=7" },
        { Times(new() { LessThan = 30 }), $"{CreatedAt}%5B%24less_than%5D=30" },
        {
            Times(new() { After = DateTimeOffset.UnixEpoch, Before = Moment }),
            $"{CreatedAt}%5B%24after%5D=1970-01-01T00%3A00%3A00Z&{CreatedAt}%5B%24before%5D=2023-03-17T12%3A30%3A00.524Z"
        },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Each_query_parameter_of_transactions_is_sent_in_its_documented_form(
        ListMemberTransactionsQuery query, string rawQuery)
    {
        Expect(Exchange.Get(Path, Responses.EmptyList));

        await Connect().V1.Transactions.ListMemberTransactionsPageAsync(MemberId, query, cancellationToken: Stop);

        Assert.Equal(rawQuery, (await Server.RequestAsync()).RawQuery);
    }

    [Fact]
    public async Task An_enumeration_keeps_the_query_and_moves_the_cursor()
    {
        const string FirstPage = """
            {"object":"list","data_ref":"data","data":[{"id":"vtx_2"}],"has_more":true,"more_starting_after":"vtx_2"}
            """;
        const string LastPage = """{"object":"list","data_ref":"data","data":[{"id":"vtx_1"}],"has_more":false}""";
        Expect(Exchange.Get(Path, FirstPage), Exchange.Get(Path, LastPage));
        var query = new ListMemberTransactionsQuery { Limit = 1, Filters = new() { Junction = Junction.Or } };
        List<string?> ids = [];

        await foreach (var transaction in Connect().V1.Transactions.ListMemberTransactionsAsync(MemberId, query, cancellationToken: Stop))
        {
            ids.Add(transaction.Id);
        }

        Assert.Equal(["vtx_2", "vtx_1"], ids);
        Assert.Equal(
            ["limit=1&filters%5Bjunction%5D=or", "limit=1&starting_after_id=vtx_2&filters%5Bjunction%5D=or"],
            (await Server.RequestsAsync(2)).Select(static request => request.RawQuery));
    }

    private static ListMemberTransactionsQuery Everything() => new()
    {
        Filters = new() { Junction = Junction.And, CreatedAt = new() { After = Moment }, Id = new() { Is = "vtx_2" } },
        StartingAfterId = "vtx_1",
        Order = TransactionOrder.IdDescending,
        Limit = 100,
    };

    private static ListMemberTransactionsQuery JoinedBy(Junction junction) => new() { Filters = new() { Junction = junction } };

    private static ListMemberTransactionsQuery Ids(StringConditions conditions) => new() { Filters = new() { Id = conditions } };

    private static ListMemberTransactionsQuery Times(DateTimeConditions conditions) => new() { Filters = new() { CreatedAt = conditions } };
}
