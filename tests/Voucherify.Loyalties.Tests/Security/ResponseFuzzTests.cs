using System.Net;
using CsCheck;
using Voucherify.Loyalties.Tests.Coverage;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>
/// About 100,000 hostile responses (10,000 in the short form) to every operation of the document. Each is read or ends in an exception of
/// this package. The cases are seeded, so that a failure repeats.
/// </summary>
public sealed class ResponseFuzzTests
{
    private static readonly int ResponsesPerOperation = TestScale.Cases(part: 100, full: 1_000);

    private static readonly int Errors = TestScale.Cases(part: 2_000, full: 20_000);

    private static readonly int Adjustments = TestScale.Cases(part: 1_000, full: 10_000);

    private static readonly int Webhooks = TestScale.Cases(part: 2_000, full: 20_000);

    private static readonly Dictionary<string, (CoveredOperation Operation, string? Schema)> Operations =
        new OperationCoverage(V1Document.Json).WithResponseSchemas()
            .Concat(new OperationCoverage(V2Document.Json, "v2").WithResponseSchemas().Select(static pair => pair with
            {
                Schema = pair.Schema is { } schema ? SampleResponses.V2 + schema : null,
            }))
            .ToDictionary(static pair => pair.Operation.Id, StringComparer.Ordinal);

    private static readonly Gen<HttpStatusCode> Status = Gen.OneOf(
        HttpStatusCode.BadRequest,
        HttpStatusCode.Unauthorized,
        HttpStatusCode.PaymentRequired,
        HttpStatusCode.NotFound,
        HttpStatusCode.Conflict,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway,
        HttpStatusCode.Found,
        (HttpStatusCode)499,
        (HttpStatusCode)599);

    public static TheoryData<string> Ids => [.. Operations.Keys];

    [Theory, MemberData(nameof(Ids))]
    public async Task A_hostile_response_to_an_operation_is_read_or_throws_a_LoyaltyException(string id)
    {
        var (operation, schema) = Operations[id];
        var caller = OperationCaller.Of(operation)!;
        var good = schema switch
        {
            SampleResponses.V2 + "PointsAdjustment" => AppliedAdjustment(),
            SampleResponses.V2 + "OrderTransactionAnswer" => Applied(schema, "PAY_WITH_POINTS"),
            SampleResponses.V2 + "RewardTransactionAnswer" => Applied(schema, id == "refundRewardPurchase" ? "REFUND" : "PURCHASE"),
            SampleResponses.V2 + "CardTransactionAnswer" => Applied(schema, ChangeOf(id)),
            null => "{}",
            [.. var item, '[', ']'] => $"[{SampleResponses.Of(item).ToJsonString()}]",
            _ => SampleResponses.Of(schema).ToJsonString(),
        };
        using var server = new HostileServer();
        var read = 0;

        foreach (var body in HostileResponses.VariantsOf(good).Cases(seed: 1, ResponsesPerOperation))
        {
            server.Body = body;
            read += await server.PlayAsync(caller.CallAsync) ? 1 : 0;
        }

        // If nothing could be read, the cases would be too wild to prove much.
        Assert.True(read > ResponsesPerOperation / 20, $"{read} were read");
    }

    private static string ChangeOf(string id) => id switch
    {
        "activateCardPendingPointsBucket" => CardTransactionType.PendingPointsActivated,
        "cancelCardPendingPointsBucket" => CardTransactionType.PendingPointsCanceled,
        _ => CardTransactionType.AdminPointsExpiration,
    };

    // What a transaction does not say speaks against nothing.
    private static string Applied(string schema, string type)
    {
        var response = SampleResponses.Of(schema);
        var transaction = response["transaction"]!;
        (transaction["id"], transaction["type"], transaction["status"]) = ("l_1", type, "APPROVED");
        (transaction["card_id"], transaction["order_id"], transaction["reward_id"], transaction["details"]) = (null, null, null, null);
        return response.ToJsonString();
    }

    // The transaction must be that of the request, and must have ended.
    private static string AppliedAdjustment()
    {
        var response = SampleResponses.Of(SampleResponses.V2 + "PointsAdjustment");
        var transaction = response["transaction"]!;
        (transaction["id"], transaction["type"], transaction["status"]) = ("lctx_1", "ADMIN_CREDIT", "APPROVED");
        transaction["details"]!["points"]!["total"] = 1;
        return response.ToJsonString();
    }

    [Fact]
    public async Task A_hostile_error_response_throws_a_LoyaltyException()
    {
        const string Good = """
            {"code":400,"key":"invalid_payload","message":"Invalid","details":"d","request_id":"v-1","resource_id":"r",
             "resource_type":"voucher","error":{"message":"m"}}
            """;
        using var server = new HostileServer();

        foreach (var (status, body) in Gen.Select(Status, HostileResponses.VariantsOf(Good)).Cases(seed: 2, Errors))
        {
            (server.Status, server.Body) = (status, body);
            Assert.False(await server.PlayAsync(static client => client.V1.Members.GetMemberAsync("CARD")));
        }
    }

    /// <summary>The response is lost, and the transactions of the lookup are hostile.</summary>
    [Fact]
    public async Task A_hostile_transaction_list_resolves_an_adjustment_or_leaves_it_unknown()
    {
        const string Good = """
            {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION","created_at":"2026-01-15T12:00:00Z",
             "details":{"balance":{"type":"loyalty_card","points":100,"balance":300,"total":300}}}],"has_more":false,
             "more_starting_after":"vtx_1"}
            """;
        using var server = new HostileServer { LosesWrites = true };
        var read = 0;

        foreach (var body in HostileResponses.VariantsOf(Good).Cases(seed: 3, Adjustments))
        {
            server.Body = body;
            read += await server.PlayAsync(
                static client => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-1" }))
                ? 1
                : 0;
        }

        Assert.True(read > Adjustments / 20, $"{read} were found");
    }

    [Fact]
    public void A_hostile_webhook_is_read_or_throws_a_LoyaltyWebhookException()
    {
        const string Good = """
            {"id":"whs_1","project_id":"p","created_at":"2024-01-24T08:28:37.621033Z","type":"TYPE","source":{"id":"wh_1",
            "object":"webhook"},
             "event":{"id":"event_1","type":"t","created_at":"2024-01-24T08:28:37.621033Z","entity_id":"v_1","group_id":"v-1",
             "event_source":{"channel":"USER_PORTAL","user":{"id":"u"}}},
             "data":{"voucher":{"id":"v_1","code":"c"},"customer":{"id":"cust_1"},"campaign":{"id":"camp_1"},"balance":{"points":50,
             "total":1370,"balance":1020},
                     "transaction":{"id":"vtx_1","type":"POINTS_ADDITION","details":null},"earning_rule":{"id":"ern_1"},
                     "loyalty_tier":{"id":"ltr_1"},"order":{"id":"o"}}}
            """;
        var cases = Gen.OneOf(KnownTypes()).SelectMany(
            static type => HostileResponses.VariantsOf(Good.Replace("TYPE", type, StringComparison.Ordinal)));
        var read = 0;

        foreach (var body in cases.Cases(seed: 4, Webhooks))
        {
            try
            {
                Assert.NotNull(LoyaltyWebhook.Parse(body).ToString());
                read++;
            }
            catch (LoyaltyWebhookException)
            {
                // A webhook may be refused.
            }

            Assert.False(LoyaltyWebhook.Verify(body, "no signature", "secret"));
        }

        Assert.True(read > Webhooks / 20, $"{read} were read");
    }

    private static string[] KnownTypes() =>
        [.. typeof(LoyaltyWebhookTypes).GetFields().Select(static field => (string)field.GetValue(null)!), "something.new"];
}
