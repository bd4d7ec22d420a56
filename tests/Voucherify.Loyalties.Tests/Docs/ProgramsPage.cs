using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/programs.md, run on the sandbox, and what that page says beside it.</summary>
public sealed partial class ProgramsPage : IDisposable
{
    private const string Campaign = "Coffee Club";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly LoyaltySandbox _sandbox;
    private readonly LoyaltyClient _client;

    public ProgramsPage()
    {
        _sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = _clock, JobTime = TimeSpan.Zero });
        _client = new LoyaltyClient(_sandbox.CreateClientOptions(), _sandbox.CreateHandler());
    }

    [Fact]
    public async Task A_program_is_created()
    {
        var client = _client;

        #region snippet
        LoyaltyCampaign campaign = await client.V1.Campaigns.CreateCampaignAsync(new CreateCampaignRequest
        {
            Name = "Coffee Club",
            Type = CampaignMode.AutoUpdate,
            Voucher = new CreateCampaignVoucher
            {
                LoyaltyCard = new CampaignLoyaltyCard
                {
                    Points = 0,
                    ExpirationRules = new PointsExpirationRules
                    {
                        PeriodType = PointsExpirationPeriod.Month,
                        PeriodValue = 12,
                        RoundingType = PointsExpirationRounding.EndOfMonth,
                    },
                },
                CodeConfig = new CodeConfig { Pattern = "CLUB-####", Charset = "0123456789" },
            },
        });
        CampaignId campaignId = campaign.Id;
        #endregion

        Assert.Equal((CampaignStatus.Done, true), (campaign.CreationStatus, campaign.Active));
        var card = await client.V1.Members.AddMemberAsync(campaignId, new AddMemberRequest { Customer = "anna" });
        Assert.Matches("^CLUB-[0-9]{4}$", card.Code.Value);
        await client.V1.Members.AdjustBalanceAsync(card.Code, new AdjustBalanceRequest { Points = 100 });
        Assert.Equal(new DateOnly(2027, 3, 31), Assert.Single(_sandbox.V1.GetCard(card.Code.Value).Buckets).ExpiresOn);
    }

    [Fact]
    public async Task Paid_orders_earn_by_rules()
    {
        var (client, campaignId) = (_client, AddCampaign());
        _sandbox.V1.AddCard("ANNA", campaign: Campaign);

        #region snippet
        CreateEarningRuleRequest[] requests =
        [
            // 1 point for each full 1.00 of the order: amounts are in minor currency units.
            CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerOrderAmount(every: 100, points: 1))
                with { Source = new EarningRuleSource { Banner = "1 point for 1.00" } },

            // 20 points for every order, which can be spent 14 days later.
            CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(20))
                with { PendingPoints = EarningRulePendingPoints.ForDays(14) },
        ];
        IReadOnlyList<EarningRule> rules = await client.V1.EarningRules.CreateEarningRulesAsync(campaignId, requests);
        #endregion

        var order = _sandbox.V1.PayOrder("ANNA", amount: 42_50);
        Assert.Equal((42, 20), (order.EarnedPoints, order.PendingPoints));
        Assert.Equal(new DateOnly(2026, 3, 16), Assert.Single(_sandbox.V1.GetCard("ANNA").PendingPoints).ActivatesOn);

        await EndPendingAsync(client, campaignId, rules[1].Id);
        var later = _sandbox.V1.PayOrder("ANNA", amount: 42_50);
        Assert.Equal((62, 0), (later.EarnedPoints, later.PendingPoints));
    }

    private static async Task EndPendingAsync(LoyaltyClient client, string campaignId, string ruleId)
    {
        #region snippet
        var spendAtOnce = new UpdateEarningRuleRequest { PendingPoints = EarningRulePendingPoints.None };
        await client.V1.EarningRules.UpdateEarningRuleAsync(campaignId, ruleId, spendAtOnce);
        #endregion
    }

    [Fact]
    public async Task A_tier_changes_points_and_prices()
    {
        var (client, campaignId) = (_client, AddCampaign());
        _sandbox.V1.AddCard("ANNA", points: 600, campaign: Campaign);
        _sandbox.V1.AddReward("rew_mug", points: 300);
        var rules = await client.V1.EarningRules.CreateEarningRulesAsync(
            campaignId, [CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(20))]);
        await client.V1.Rewards.CreateRewardAssignmentsAsync(
            campaignId, [new() { RewardId = "rew_mug", Parameters = new() { Loyalty = new() { Points = 300 } } }]);

        #region snippet
        await client.V1.Tiers.CreateTiersAsync(campaignId,
        [
            new CreateTierRequest { Name = "Bronze", Points = new PointsRange { From = 0, To = 499 } },
            new CreateTierRequest
            {
                Name = "Gold",
                Points = new PointsRange { From = 500 },
                EarningRules = new Dictionary<string, TierMapping>
                {
                    [rules[0].Id] = new() { Type = TierMappingType.Multiply, Multiplier = 2 },
                },
                Rewards = new Dictionary<string, TierMapping> { ["rew_mug"] = new() { Type = TierMappingType.Custom, Points = 250 } },
            },
        ]);
        #endregion

        Assert.Equal(40, _sandbox.V1.PayOrder("ANNA", amount: 100).EarnedPoints);
        var redemption = await client.V1.Redemptions.RedeemRewardAsync("ANNA", new() { Reward = new() { Id = "rew_mug" } });
        Assert.Equal(250, redemption.LoyaltyCard?.Points);
    }

    [Fact]
    public async Task A_customer_becomes_a_member_and_an_order_is_estimated()
    {
        var (client, campaignId) = (_client, AddCampaign());
        await client.V1.EarningRules.CreateEarningRulesAsync(
            campaignId, [CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerOrderAmount(100, 1))]);

        #region snippet
        LoyaltyMember anna = await client.V1.Members.AddMemberAsync(campaignId, new AddMemberRequest { Customer = "cust_anna" });
        LoyaltyMember ben = await client.V1.Members.AddMemberAsync(campaignId, new AddMemberRequest
        {
            Customer = new CustomerInput { SourceId = "ben@example.com", Name = "Ben" },
        });
        MemberId card = ben.Code;
        #endregion

        await EstimateAsync(client, campaignId, expected: 42);
        Assert.Equal(
            ["cust_anna", _sandbox.V1.GetCard(card.Value).HolderId],
            [_sandbox.V1.GetCard(anna.Code.Value).HolderId, ben.HolderId]);
    }

    private static async Task EstimateAsync(LoyaltyClient client, string campaignId, long expected)
    {
        #region snippet
        EstimatePointsResult estimate = await client.V1.EarningRules.EstimatePointsAsync(campaignId, new EstimatePointsRequest
        {
            Customer = new CustomerInput { SourceId = "ben@example.com" },
            Order = new OrderInput { Amount = 42_50 },
        });
        Console.WriteLine($"{estimate.PointsEstimation} points");
        #endregion

        Assert.Equal(expected, estimate.PointsEstimation);
    }

    [Fact]
    public async Task Added_points_expire_on_a_day()
    {
        var (client, card) = (_client, AddCard());

        #region snippet
        await client.V1.Members.AdjustBalanceAsync(card, new AdjustBalanceRequest
        {
            Points = 50,
            ExpirationType = PointsExpirationType.CustomDate,
            ExpirationDate = new DateOnly(2026, 12, 31),
            Reason = "Birthday",
            SourceId = "birthday-2026-anna",
        });
        #endregion

        Assert.Contains(_sandbox.V1.GetCard(card).Buckets, static bucket => (bucket.Points, bucket.ExpiresOn) == (50, LastDay));
        await AssertRefusesOtherDatesAsync(client, card);
    }

    [Fact]
    public async Task Pending_points_are_changed_and_activated()
    {
        var (client, card) = (_client, AddCard());
        _sandbox.V1.AddPendingPoints(card, points: 20, activatesOn: new DateOnly(2026, 3, 16));

        #region snippet
        PendingPointsList pending = await client.V1.PendingPoints.ListMemberPendingPointsPageAsync(card);
        string entry = pending.Data![0].Id;
        await client.V1.PendingPoints.AdjustPendingPointsAsync(card, entry, new AdjustPendingPointsRequest { Points = 5 });
        BalanceResult activated = await client.V1.PendingPoints.ActivatePendingPointsAsync(card, entry);
        #endregion

        Assert.Equal((25, 525), (activated.Points, activated.Balance));
    }

    [Fact]
    public async Task A_reward_is_assigned_and_redeemed()
    {
        var (client, campaignId, card) = (_client, Campaign, AddCard());
        _sandbox.V1.AddReward("rew_mug", points: 400, name: "Mug");

        #region snippet
        CreateRewardAssignmentRequest mug = new()
        {
            RewardId = "rew_mug",
            Parameters = new RewardAssignmentParameters { Loyalty = new RewardPrice { Points = 300 } },
        };
        await client.V1.Rewards.CreateRewardAssignmentsAsync(campaignId, [mug]);

        RewardOfferList offers = await client.V1.Rewards.ListMemberRewardsAsync(card, new ListMemberRewardsQuery { AffordableOnly = true });
        #endregion

        Assert.Equal("rew_mug", Assert.Single(offers.Data!).Reward?.Id);
        await RedeemAsync(client, card);
        Assert.Equal(200, _sandbox.V1.GetCard(card).Balance);
    }

    private static async Task RedeemAsync(LoyaltyClient client, string card)
    {
        #region snippet
        Redemption redemption = await client.V1.Redemptions.RedeemRewardAsync(card, new RedeemRewardRequest
        {
            Reward = "rew_mug",
            Metadata = new() { ["shop_id"] = "redemption-17" },
        });
        Console.WriteLine($"{redemption.LoyaltyCard?.Points} points for {redemption.Reward?.Name}");
        #endregion

        Assert.Equal((300, "Mug"), (redemption.LoyaltyCard?.Points, redemption.Reward?.Name));
    }

    [Fact]
    public void An_order_is_paid_with_points()
    {
        #region snippet
        var payment = new RedeemRewardRequest
        {
            Reward = new RewardChoice { Id = "rew_pay", Points = 500 },
            Order = new OrderInput { SourceId = "order-1001", Amount = 42_50 },
        };
        #endregion

        Assert.Equal((500, 4250), (payment.Reward.Points, payment.Order.Amount));
    }

    [Fact]
    public async Task The_activity_tells_what_happened()
    {
        var (client, card) = (_client, AddCard());
        _sandbox.V1.AddReward("rew_mug", points: 300, name: "Mug");
        await client.V1.Members.AdjustBalanceAsync(card, new() { Points = 50 });
        await client.V1.Redemptions.RedeemRewardAsync(card, new() { Reward = new() { Id = "rew_mug" } });
        var lines = new List<string>();

        #region snippet
        await foreach (MemberActivity activity in client.V1.Members.ListMemberActivityAsync(card))
        {
            string? text = activity switch
            {
                _ when activity.AsCardPoints() is { } moved => $"balance {moved.Balance?.Balance}",
                _ when activity.AsRedemption() is { } spent => $"redeemed {spent.Redemption?.Reward?.Name}",
                _ => activity.Type?.Value,
            };
            lines.Add($"{activity.CreatedAt:u} {text}");
        }
        #endregion

        Assert.Contains("2026-03-02 09:00:00Z balance 550", lines);
        Assert.Contains("2026-03-02 09:00:00Z redeemed Mug", lines);
    }

    [Fact]
    public async Task A_list_is_filtered()
    {
        var (client, campaignId, card) = (_client, Campaign, AddCard());
        await client.V1.Members.AdjustBalanceAsync(card, new() { Points = 50 });
        var (annasId, bensId) = (_sandbox.V1.GetCard(card).Id, _sandbox.V1.AddCard("BEN", campaign: Campaign).Id);

        #region snippet
        var ofTwoCards = new ListCampaignTransactionsQuery
        {
            Filters = new CampaignTransactionFilters { VoucherId = new StringConditions { In = [annasId, bensId] } },
        };
        var ofAnyCard = new ListCampaignTransactionsQuery
        {
            Filters = new CampaignTransactionFilters { VoucherId = new StringConditions { HasValue = "" } },
        };
        #endregion

        Assert.Single(await client.V1.Transactions.ListCampaignTransactionsAsync(campaignId, ofTwoCards).ToListAsync());
        Assert.Single(await client.V1.Transactions.ListCampaignTransactionsAsync(campaignId, ofAnyCard).ToListAsync());
    }

    [Fact]
    public async Task An_export_is_ordered_waited_for_and_read()
    {
        var (client, campaignId, card) = (_client, Campaign, AddCard());
        await client.V1.Members.AdjustBalanceAsync(card, new() { Points = 50 });
        var since = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        #region snippet
        var request = new TransactionExportRequest
        {
            Parameters = new TransactionExportParameters
            {
                Order = TransactionExportOrder.CreatedAt,
                Fields = [TransactionExportField.Type, TransactionExportField.Amount, TransactionExportField.Balance],
                Filters = new TransactionExportFilters { CreatedAt = new() { Conditions = new() { After = [since] } } },
            },
        };
        Export ordered = await client.V1.Exports.CreateCampaignTransactionsExportAsync(campaignId, request);

        // Wait an hour for the file, and at most 20 seconds for each check.
        var anHour = new WaitOptions { Timeout = TimeSpan.FromHours(1) };
        Export done = await client.V1.Exports.WaitAsync(ordered, anHour, new RequestOptions { Timeout = TimeSpan.FromSeconds(20) });

        var progress = new Progress<long>(bytes => Console.WriteLine($"{bytes:N0} bytes"));
        await using Stream csv = await client.V1.Exports.DownloadAsync(done, progress);
        #endregion

        var lines = (await new StreamReader(csv).ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["POINTS_ADDITION,50,550"], lines.Skip(1).Select(static line => line.Trim()));
    }

    [Fact]
    public async Task A_program_is_deleted_in_the_background()
    {
        var (client, campaignId) = (_client, AddCampaign());

        #region snippet
        AsyncActionRef deletion = await client.V1.Campaigns.DeleteCampaignAsync(campaignId, new DeleteCampaignQuery { Force = true });
        AsyncAction deleted = await client.AsyncActions.WaitAsync(deletion.AsyncActionId);
        Console.WriteLine($"{deleted.OperationStatus}: {deleted.Result}");
        #endregion

        Assert.Equal(AsyncActionOperationStatus.Success, deleted.OperationStatus);
    }

    [Fact]
    public async Task Every_async_action_is_listed()
    {
        for (var i = 0; i < 150; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _client.V1.Campaigns.DeleteCampaignAsync(AddCampaign());
        }

        var ids = await ListActionsAsync(_client);
        Assert.Equal(150, ids.Count);
        Assert.Distinct(ids);
    }

    private static async Task<List<string?>> ListActionsAsync(LoyaltyClient client)
    {
        var ids = new List<string?>();

        #region snippet
        var query = new ListAsyncActionsQuery { Limit = 100 };
        AsyncActionList page;
        do
        {
            page = await client.AsyncActions.ListAsyncActionsAsync(query);
            ids.AddRange((page.AsyncActions ?? []).Select(action => action.Id));
            query = query with { EndDate = page.AsyncActions?.Min(action => action.CreatedAt) };
        }
        while (page.HasMore == true && query.EndDate is not null);
        #endregion

        return ids;
    }

    [Fact]
    public void A_value_that_nobody_knows_is_kept()
    {
        var transaction = new LoyaltyTransaction { Type = new("POINTS_FROM_TOMORROW") };

        #region snippet
        string text;
        switch (transaction.Type)
        {
            case LoyaltyTransactionType.PointsAddition:
                text = $"{transaction.Points} added by hand";
                break;
            case LoyaltyTransactionType.PointsExpiration:
                text = "expired";
                break;
            default:
                text = $"{transaction.Type}";
                break;
        }
        #endregion

        Assert.Equal("POINTS_FROM_TOMORROW", text);
    }

    public void Dispose() => _client.Dispose();
}
