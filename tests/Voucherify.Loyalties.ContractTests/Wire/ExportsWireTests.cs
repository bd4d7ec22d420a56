using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>Exports: each request byte for byte, its response, and the steps from the request to the file.</summary>
public sealed class ExportsWireTests : StubbedTests
{
    private const string ScheduledJson = """
        {"id":"exp_1","object":"export","created_at":"2024-10-09T09:16:32.521Z","status":"SCHEDULED","channel":"API",
        "exported_object":"voucher_transactions","parameters":{"filters":{"junction":"AND"}},"result":null,"user_id":null}
        """;

    private static readonly TransactionExportRequest Everything = new()
    {
        Parameters = new()
        {
            Order = TransactionExportOrder.CreatedAtDescending,
            Fields = [TransactionExportField.Id, TransactionExportField.RelatedTransactionId],
            Filters = new()
            {
                Junction = Junction.And,
                CreatedAt = new() { Conditions = new() { After = [DateTimeOffset.UnixEpoch], LessThan = [30] } },
                VoucherId = new() { Conditions = new() { In = ["v_1", "v_2"] } },
            },
        },
    };

    private const string EverythingJson =
        """{"parameters":{"order":"-created_at","fields":["id","related_transaction_id"],"filters":{"junction":"and","created_at":"""
        + """{"conditions":{"$after":["1970-01-01T00:00:00Z"],"$less_than":[30]}},"voucher_id":{"conditions":{"$in":["v_1","v_2"]}}}}}""";

    private static readonly Dictionary<string, WireCall> Calls = new()
    {
        ["export-loyalty-campaign-transactions"] = new(
            "POST", "/v1/loyalties/camp_1/transactions/export", ScheduledJson, static async client =>
                AssertScheduled(
                    await client.V1.Exports.CreateCampaignTransactionsExportAsync("camp_1", Everything, cancellationToken: Stop)))
        {
            Body = EverythingJson,
        },
        ["export-loyalty-card-transactions"] = new(
            "POST", "/v1/loyalties/members/MmFAzfDe/transactions/export", ScheduledJson, static async client =>
                AssertScheduled(await client.V1.Exports.CreateMemberTransactionsExportAsync(MemberId, new(), cancellationToken: Stop)))
        {
            Body = "{}",
        },
        ["export-loyalty-card-transactions-1"] = new(
            "POST", "/v1/loyalties/camp_1/members/MmFAzfDe/transactions/export", ScheduledJson, static async client =>
                AssertScheduled(
                    await client.V1.Exports.CreateMemberTransactionsExportAsync(MemberId, Everything, "camp_1", cancellationToken: Stop)))
        {
            Body = EverythingJson,
        },
        ["create-points-expiration-export"] = new(
            "POST", "/v1/loyalties/camp_1/points-expiration/export", ScheduledJson, static async client =>
                AssertScheduled(await client.V1.Exports.CreatePointsExpirationExportAsync(
                    "camp_1",
                    new()
                    {
                        Parameters = new()
                        {
                            Order = PointsExpirationExportOrder.ExpiresAt,
                            Fields = [PointsExpirationExportField.ExpiresAt, PointsExpirationExportField.Points],
                            Filters = new() { CampaignId = new() { Conditions = new() { Is = ["camp_1"] } } },
                        },
                    },
                    cancellationToken: Stop)))
        {
            Body = """{"parameters":{"order":"expires_at","fields":["expires_at","points"],"filters":"""
                + """{"campaign_id":{"conditions":{"$is":["camp_1"]}}}}}""",
        },
        ["get-export"] = new("GET", "/v1/exports/exp_1", ScheduledJson, static async client =>
            AssertScheduled(await client.V1.Exports.GetExportAsync("exp_1", cancellationToken: Stop))),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_export_operation_is_sent_and_its_response_read(string operation) => CheckAsync(Calls[operation]);

    [Fact]
    public async Task An_export_is_created_awaited_and_downloaded()
    {
        const string Orders = "/v1/loyalties/members/MmFAzfDe/transactions/export";
        const string Job = "/v1/exports/exp_1";
        const string Csv = "id,type\nvtx_1,POINTS_ADDITION\n";
        Expect(
            Exchange.Post(Orders, ScheduledJson),
            Exchange.Get(Job, """{"id":"exp_1","status":"IN_PROGRESS"}"""),
            Exchange.Get(Job, $$$"""{"id":"exp_1","status":"DONE","result":{"url":"{{{Server.Address}}}v1/exports/exp_1?token=a%2Bb"}}"""),
            Exchange.Get(Job, Csv));
        var exports = Connect().V1.Exports;

        var ordered = await exports.CreateMemberTransactionsExportAsync(MemberId, new(), cancellationToken: Stop);
        var done = await exports.WaitAsync(ordered, new() { BaseDelay = TimeSpan.FromMilliseconds(1) }, cancellationToken: Stop);
        await using var file = await exports.DownloadAsync(done, cancellationToken: Stop);
        using var reader = new StreamReader(file);

        Assert.Equal(Csv, await reader.ReadToEndAsync(Stop));
        var download = (await Server.RequestsAsync(4))[3];
        Assert.Equal(
            ("token=a%2Bb", TestClientBuilder.AppId, TestClientBuilder.AppToken, ""),
            (download.RawQuery, download.Header("X-App-Id"), download.Header("X-App-Token"), download.Body));
        Assert.DoesNotContain("a%2Bb", done.ToString(), StringComparison.Ordinal);
    }

    private static void AssertScheduled(Export export)
    {
        Assert.Equal(
            ("exp_1", "export", ExportChannel.Api, null, string.Empty),
            (export.Id, export.Object, export.Channel, export.Result, export.UserId));
        Assert.Equal((ExportStatus.Scheduled, ExportedObject.VoucherTransactions), (export.Status?.Value, export.ExportedObject?.Value));
        Assert.Equal(new DateTimeOffset(2024, 10, 9, 9, 16, 32, 521, TimeSpan.Zero), export.CreatedAt);
        Assert.Equal("""{"filters":{"junction":"AND"}}""", export.Parameters!.Value.GetRawText());
    }
}
