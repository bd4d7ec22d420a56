using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The requests about loyalty programs.</summary>
public sealed class CampaignsWireTests : OperationTests
{
    private const string Program = """
        {"id":"camp_1","name":"Gold & more","type":"AUTO_UPDATE","creation_status":"IN_PROGRESS","category_id":null,
        "object":"campaign"}
        """;
    private const string Path = "/v1/loyalties/camp_1";

    [Fact]
    public async Task Programs_are_listed_with_every_parameter()
    {
        var query = new ListCampaignsQuery
        {
            Limit = 2,
            Page = 3,
            Expand = CampaignExpand.AccessSettingsAssignments,
            Order = CampaignOrder.UpdatedAtDescending,
        };

        var page = await PlayAsync(
            Exchange.Get("/v1/loyalties", $$"""{"object":"list","data_ref":"campaigns","campaigns":[{{Program}}],"total":5}"""),
            client => client.V1.Campaigns.ListCampaignsPageAsync(query, cancellationToken: Stop),
            query: "limit=2&page=3&expand=access_settings_assignments&order=-updated_at");

        Assert.Equal("Gold & more", Assert.Single(page.Campaigns!).Name);
        Assert.Equal(5, page.Total);
    }

    [Fact]
    public async Task A_program_with_only_a_name_is_created()
    {
        var campaign = await PlayAsync(
            Exchange.Post("/v1/loyalties", Program),
            client => client.V1.Campaigns.CreateCampaignAsync(new() { Name = "Gold & more" }, cancellationToken: Stop),
            body: """{"name":"Gold \u0026 more"}""");

        Assert.Equal(("camp_1", CampaignStatus.InProgress), (campaign.Id, campaign.CreationStatus));
    }

    [Fact]
    public async Task A_program_with_every_field_is_created()
    {
        await PlayAsync(
            Exchange.Post("/v1/loyalties", Program),
            client => client.V1.Campaigns.CreateCampaignAsync(Everything(), cancellationToken: Stop),
            body: Flat("""
                {"name":"Gold","description":"d","type":"STATIC","auto_join":true,"use_voucher_metadata_schema":false,"vouchers_count":10,
                "voucher":{"type":"LOYALTY_CARD","loyalty_card":{"points":5,"expiration_rules":{"period_type":"MONTH","period_value":3,
                "rounding_type":"PARTICULAR_MONTH","rounding_value":12}},
                "redemption":{"quantity":7},"code_config":{"length":8,"charset":"0123456789","prefix":"G-","postfix":"-X",
                "pattern":"G-####"}},
                "start_date":"2024-01-01T12:00:00Z","expiration_date":"2025-01-01T00:00:00Z","validity_timeframe":{"duration":"PT1H",
                "interval":"P2D"},"validity_day_of_week":[0,6],
                "validity_hours":{"daily":[{"start_time":"12:00","days_of_week":[1],"expiration_time":"14:00"}]},
                "activity_duration_after_publishing":"P24D","category_id":"cat_1","category":"C",
                "loyalty_tiers_expiration":{"qualification_type":"POINTS_IN_PERIOD","qualification_period":"HALF_YEAR",
                "start_date":{"type":"NEXT_PERIOD"},
                "expiration_date":{"type":"CUSTOM","extend":"P3M","rounding":{"type":"CUSTOM","strategy":"END","unit":"MONTH","value":11}}},
                "access_settings":{"assign":{"areas_ids":["ar_1"],"area_stores_ids":["ars_1"],"area_all_stores_ids":["ar_2"]},
                "unassign":{"areas_ids":["ar_3"]}},"metadata":{"free":1}}
                """));
    }

    [Theory]
    [InlineData("camp_1")]
    [InlineData("Loyalty Campaign")]
    public async Task A_program_is_read_by_its_id_or_its_name(string campaignId)
    {
        var campaign = await PlayAsync(
            Exchange.Get($"/v1/loyalties/{campaignId}", Program),
            client => client.V1.Campaigns.GetCampaignAsync(campaignId, cancellationToken: Stop));

        Assert.Equal(CampaignMode.AutoUpdate, campaign.Type);
    }

    [Fact]
    public async Task An_update_of_a_program_sends_only_what_changes()
    {
        var request = new UpdateCampaignRequest
        {
            LoyaltyTiersExpiration = new()
            {
                QualificationType = TierQualificationType.Balance,
                StartDate = new() { Type = TierStartType.Immediate },
                ExpirationDate = new() { Type = TierEndType.BalanceDrop },
            },
            Options = new() { RecalculateTiers = true },
            UnsetMetadataFields = ["old"],
        };

        var campaign = await PlayAsync(
            new Exchange("PUT", Path, 200, Program),
            client => client.V1.Campaigns.UpdateCampaignAsync("camp_1", request, cancellationToken: Stop),
            body: Flat("""
                {"loyalty_tiers_expiration":{"qualification_type":"BALANCE","start_date":{"type":"IMMEDIATE"},
                "expiration_date":{"type":"BALANCE_DROP"}},"options":{"recalculate_tiers":true},"unset_metadata_fields":["old"]}
                """));

        Assert.Equal("camp_1", campaign.Id);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(true, "force=true")]
    [InlineData(false, "force=false")]
    public async Task A_deletion_of_a_program_returns_its_async_action(bool? force, string query)
    {
        var work = await PlayAsync(
            new Exchange("DELETE", Path, 200, """{"async_action_id":"aa_0a875d56c805df6601"}"""),
            client => client.V1.Campaigns.DeleteCampaignAsync(
                "camp_1", force is null ? null : new() { Force = force }, cancellationToken: Stop),
            query);

        Assert.Equal(new AsyncActionRef { AsyncActionId = "aa_0a875d56c805df6601" }, work);
        await AssertEmptyContentAsync();
    }

    [Theory]
    [InlineData(409, """{"code":409,"key":"duplicate_found","message":"m","resource_type":"campaign"}""", LoyaltyErrorKeys.DuplicateFound)]
    [InlineData(
        400,
        """{"code":400,"key":"resource_protected","message":"m","resource_type":"campaign"}""",
        LoyaltyErrorKeys.ResourceProtected)]
    [InlineData(403, """{"code":403,"key":"forbidden","message":"m","resource_type":"campaign"}""", LoyaltyErrorKeys.Forbidden)]
    public async Task A_rejected_program_has_the_key_of_the_error(int status, string answer, string key)
    {
        Expect(Exchange.Post("/v1/loyalties", answer, status));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Campaigns.CreateCampaignAsync(new() { Name = "Gold" }, cancellationToken: Stop));

        Assert.Equal((status, key, "campaign"), ((int)error.StatusCode, error.Key, error.Error.ResourceType));
    }

    private static CreateCampaignRequest Everything() => new()
    {
        Name = "Gold",
        Description = "d",
        Type = CampaignMode.Static,
        AutoJoin = true,
        UseVoucherMetadataSchema = false,
        VouchersCount = 10,
        Voucher = new()
        {
            LoyaltyCard = new()
            {
                Points = 5,
                ExpirationRules = new()
                {
                    PeriodType = PointsExpirationPeriod.Month,
                    PeriodValue = 3,
                    RoundingType = PointsExpirationRounding.ParticularMonth,
                    RoundingValue = 12,
                },
            },
            Redemption = new() { Quantity = 7 },
            CodeConfig = new() { Length = 8, Charset = "0123456789", Prefix = "G-", Postfix = "-X", Pattern = "G-####" },
        },
        StartDate = new DateTimeOffset(2024, 1, 1, 14, 0, 0, TimeSpan.FromHours(2)),
        ExpirationDate = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ValidityTimeframe = new() { Duration = "PT1H", Interval = "P2D" },
        ValidityDayOfWeek = [0, 6],
        ValidityHours = new() { Daily = [new() { StartTime = "12:00", DaysOfWeek = [1], ExpirationTime = "14:00" }] },
        ActivityDurationAfterPublishing = "P24D",
        CategoryId = "cat_1",
        Category = "C",
        LoyaltyTiersExpiration = new()
        {
            QualificationType = TierQualificationType.PointsInPeriod,
            QualificationPeriod = TierQualificationPeriod.HalfYear,
            StartDate = new() { Type = TierStartType.NextPeriod },
            ExpirationDate = new()
            {
                Type = TierEndType.Custom,
                Extend = "P3M",
                Rounding = new() { Type = TierRoundingType.Custom, Strategy = TierRoundingStrategy.End, Unit = "MONTH", Value = 11 },
            },
        },
        AccessSettings = new()
        {
            Assign = new() { AreasIds = ["ar_1"], AreaStoresIds = ["ars_1"], AreaAllStoresIds = ["ar_2"] },
            Unassign = new() { AreasIds = ["ar_3"] },
        },
        Metadata = new() { ["free"] = 1 },
    };
}
