using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>Async actions: each request and its response.</summary>
public sealed class AsyncActionsWireTests : StubbedTests
{
    private const string ActionJson = """
        {"id":"aa_1","type":"CAMPAIGN.VOUCHERS_DELETE","status":"DONE","operation_status":"SUCCESS","created_at":"2024-06-25T19:04:16.260Z",
         "updated_at":"2024-06-25T19:04:18.667Z","request_id":"v-1","processing_time":88,"progress":100,"object":"async_action",
         "result":{"message":"Deleted 2 vouchers.","done_count":2}}
        """;

    private const string ActionListJson =
        $$"""{"object":"list","data_ref":"async_actions","async_actions":[{{ActionJson}}],"has_more":true}""";

    private static readonly Dictionary<string, WireCall> Calls = new()
    {
        ["list-async-actions"] = new("GET", "/v1/async-actions", ActionListJson, static async client =>
        {
            var list = await client.AsyncActions.ListAsyncActionsAsync(
                new() { Limit = 5, EndDate = DateTimeOffset.UnixEpoch }, cancellationToken: Stop);

            Assert.True(list.HasMore);
            AssertDone(Assert.Single(list.AsyncActions!));
        })
        {
            Query = "limit=5&end_date=1970-01-01T00%3A00%3A00Z",
        },
        ["get-async-action"] = new("GET", "/v1/async-actions/aa_1", ActionJson, static async client =>
            AssertDone(await client.AsyncActions.GetAsyncActionAsync("aa_1", cancellationToken: Stop))),
        ["wait"] = new("GET", "/v1/async-actions/aa_1", ActionJson, static async client =>
            AssertDone(await client.AsyncActions.WaitAsync("aa_1", cancellationToken: Stop))),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_async_action_operation_is_sent_and_its_response_read(string operation) => CheckAsync(Calls[operation]);

    private static void AssertDone(AsyncAction action)
    {
        Assert.Equal(
            ("aa_1", "v-1", 88L, 100, "async_action"),
            (action.Id, action.RequestId, action.ProcessingTime, action.Progress, action.Object));
        Assert.Equal(
            (AsyncActionType.CampaignVouchersDelete, AsyncActionStatus.Done, AsyncActionOperationStatus.Success),
            (action.Type?.Value, action.Status?.Value, action.OperationStatus?.Value));
        Assert.Equal(2.407, (action.UpdatedAt - action.CreatedAt)!.Value.TotalSeconds, 3);
        Assert.Equal("Deleted 2 vouchers.", action.Result!.Value.GetProperty("message").GetString());
    }
}
