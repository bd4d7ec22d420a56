using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The activity of a member: the request on both routes, and pages that follow a cursor.</summary>
public sealed class ActivityWireTests : StubbedTests
{
    private const string FirstPage = """
        {"object":"list","data_ref":"data","has_more":true,"more_starting_after":"ev_2","data":[
         {"id":"ev_1","type":"customer.voucher.loyalty_card.points_added","created_at":"2024-01-24T08:28:37.621Z","group_id":"v-1",
          "data":{"data":{"balance":{"balance":1020,"points":50}},"event_source":{"channel":"API"}}},
         {"id":"ev_2","type":"customer.from.tomorrow","data":["anything"]}]}
        """;

    [Theory]
    [InlineData(null, "/v1/loyalties/members/MmFAzfDe/activity")]
    [InlineData("Loyalty Campaign", "/v1/loyalties/Loyalty Campaign/members/MmFAzfDe/activity")]
    public Task Both_activity_routes_take_the_same_query(string? campaignId, string path) => CheckAsync(
        new("GET", path, FirstPage, async client =>
        {
            var page = await client.V1.Members.ListMemberActivityPageAsync(
                MemberId,
                new() { Limit = 2, Order = ActivityOrder.CreatedAtDescending, StartingAfterId = "ev_0" },
                campaignId,
                cancellationToken: Stop);

            Assert.Equal(("ev_2", true), (page.MoreStartingAfter, page.HasMore));
            Assert.Equal(1020, page.Data![0].AsCardPoints()!.Balance!.Balance);
            Assert.Equal(EventChannel.Api, page.Data[0].GetEventSource()!.Channel);
            Assert.Equal(
                ("v-1", new DateTimeOffset(2024, 1, 24, 8, 28, 37, 621, TimeSpan.Zero)), (page.Data[0].GroupId, page.Data[0].CreatedAt));
            Assert.Equal(
                ("customer.from.tomorrow", """["anything"]"""), (page.Data[1].Type!.Value.Value, page.Data[1].Data!.Value.GetRawText()));
        })
        {
            Query = "limit=2&order=-created_at&starting_after_id=ev_0",
        });

    [Fact]
    public async Task All_activities_are_listed_page_by_page()
    {
        const string Path = "/v1/loyalties/members/MmFAzfDe/activity";
        Expect(Exchange.Get(Path, FirstPage), Exchange.Get(Path, """{"data":[{"id":"ev_3"}],"has_more":false}"""));
        List<string?> ids = [];

        await foreach (var activity in Connect().V1.Members.ListMemberActivityAsync(MemberId, new() { Limit = 2 }, cancellationToken: Stop))
        {
            ids.Add(activity.Id);
        }

        Assert.Equal(["ev_1", "ev_2", "ev_3"], ids);
        Assert.Equal(
            ["limit=2", "limit=2&starting_after_id=ev_2"], (await Server.RequestsAsync(2)).Select(static request => request.RawQuery));
    }
}
