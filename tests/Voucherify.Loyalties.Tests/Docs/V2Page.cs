using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/v2.md.</summary>
public sealed class V2Page
{
    [Fact]
    public async Task A_membership_and_its_transactions_are_read()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"member":{"id":"lmbr_2"},"cards":[{"card":{"id":"lcrd_3","balance":{"points":120}}}]}"""),
            Steps.Ok("""{"data":[{"id":"lctx_1","type":"ADMIN_CREDIT","status":"APPROVED"}],"cursor":null}"""));
        var (client, cancellationToken) = (test.Client, TestContext.Current.CancellationToken);

        #region snippet
        ProgramId programId = "lprg_1";
        var customer = CustomerIdentification.BySource("customer-42");
        Membership membership = await client.V2.Members.GetMembershipAsync(programId, customer, cancellationToken);
        Card card = membership.Cards![0].Card!;
        Console.WriteLine($"{card.Balance!.Points} points");

        var transactions = client.V2.Cards.ListCardTransactionsAsync(programId, membership.Member!.Id, card.Id, cancellationToken);
        await foreach (CardTransaction transaction in transactions)
        {
            Console.WriteLine($"{transaction.Type}: {transaction.Details?.Points?.Total} ({transaction.Status})");
        }
        #endregion

        Assert.Equal(120, card.Balance.Points);
        Assert.Equal(
            "/v2/loyalties/programs/lprg_1/members/lmbr_2/cards/lcrd_3/transactions", test.Handler.Requests[1].Uri.AbsolutePath);
    }

    [Fact]
    public async Task Points_are_added_once()
    {
        using var rig = new CardRig(applyLag: TimeSpan.Zero);
        var (client, cancellationToken) = (rig.Client, TestContext.Current.CancellationToken);
        ProgramId programId = rig.Program;
        MemberId memberId = rig.Member.Id;
        CardId cardId = rig.Card;

        await rig.Run(AddAsync());
        await rig.Run(AddAsync());

        Assert.Equal(["[#order-1001]:100"], rig.Effects);

        async Task AddAsync()
        {
            #region snippet
            PointsAdjustment gift = await client.V2.Cards.AddPointsAsync(programId, memberId, cardId, 100, "order-1001", cancellationToken);
            Console.WriteLine($"{gift.Points} points, valid until {gift.ExpirationDate}");
            #endregion
        }
    }

    [Fact]
    public async Task An_unknown_outcome_is_resumed()
    {
        using var rig = new CardRig(
            TimeSpan.FromSeconds(20), static options => options.Reconciliation.OutcomeTimeout = TimeSpan.FromSeconds(15));
        var (client, cancellationToken) = (rig.Client, TestContext.Current.CancellationToken);
        ProgramId programId = rig.Program;
        MemberId memberId = rig.Member.Id;
        CardId cardId = rig.Card;

        await rig.Run(AdjustAsync());

        Assert.Equal(["Welcome [#welcome-42]:100"], rig.Effects);

        async Task AdjustAsync()
        {
            #region snippet
            try
            {
                var request = new AdjustCardPointsRequest { Points = 100, Reason = "Welcome", SourceId = "welcome-42" };
                await client.V2.Cards.AdjustCardPointsAsync(programId, memberId, cardId, request, cancellationToken);
            }
            catch (LoyaltyOutcomeUnknownException unknown) when (unknown.Pending is PendingAdjustment pending)
            {
                var resume = new ResumeOptions { TransactionId = unknown.TransactionId };
                await client.V2.Cards.ResumeCardPointsAsync(pending, resume, cancellationToken: cancellationToken);
            }
            #endregion
        }
    }

    [Fact]
    public async Task The_marker_is_tested()
    {
        using var rig = new CardRig();
        var (client, cancellationToken) = (rig.Client, TestContext.Current.CancellationToken);
        ProgramId programId = rig.Program;
        MemberId memberId = rig.Member.Id;
        CardId cardId = rig.Card;

        await rig.Run(VerifyAsync());

        Assert.Equal(1000, rig.Sandbox.V2.GetCard(rig.Card).Balance);

        async Task VerifyAsync()
        {
            #region snippet
            MarkerReport report = await client.V2.Cards.VerifyMarkerAsync(
                programId, memberId, cardId, cancellationToken: cancellationToken);
            Console.WriteLine($"{report.State}, applied after {report.ApprovedAfter}");
            #endregion

            Assert.True(report.CanTrustMarker);
        }
    }

    [Fact]
    public async Task An_order_is_paid()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"transaction":{"status":"SIMULATED","details":{"payment":{"points_spent":500,"amount":5000}}}}"""),
            Steps.Ok("""{"transaction":{"id":"lotx_1","card_id":"lcrd_3","status":"APPROVED"}}"""));
        var (client, cancellationToken) = (test.Client, TestContext.Current.CancellationToken);
        ProgramId programId = "lprg_1";
        MemberId memberId = "lmbr_2";
        CardId cardId = "lcrd_3";

        await PayAsync();

        Assert.Equal(2, test.Handler.Requests.Count);

        async Task PayAsync()
        {
            #region snippet
            var request = new PayOrderRequest
            {
                CardId = cardId,
                Order = OrderReference.BySource("order-1"),
                Limit = PaymentLimit.Points(500),
            };
            OrderTransaction preview = await client.V2.Payments.SimulateOrderPaymentAsync(programId, memberId, request, cancellationToken);
            Console.WriteLine($"{preview.Details!.Payment!.PointsSpent} points would pay {preview.Details.Payment.Amount}");

            OrderTransaction payment = await client.V2.Payments.PayOrderAsync(programId, memberId, request, cancellationToken);
            #endregion

            Assert.False(payment.Recovered);
        }
    }

    [Fact]
    public async Task A_reward_is_bought_and_refunded()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"transaction":{"id":"lrtx_1","reward_id":"lrew_4","status":"APPROVED"}}"""),
            Steps.Ok("""{"transaction":{"id":"lrtx_2","type":"REFUND","status":"APPROVED"}}"""));
        var (client, cancellationToken) = (test.Client, TestContext.Current.CancellationToken);
        ProgramId programId = "lprg_1";
        MemberId memberId = "lmbr_2";
        RewardId rewardId = "lrew_4";

        await BuyAsync();

        Assert.Equal("/v2/loyalties/programs/lprg_1/rewards/purchases/lrtx_1/refund", test.Handler.Requests[1].Uri.AbsolutePath);

        async Task BuyAsync()
        {
            #region snippet
            RewardTransaction mug = await client.V2.Purchases.PurchaseRewardAsync(
                programId, memberId, new() { RewardId = rewardId }, cancellationToken);
            var evenIfNotRefundable = new RefundPurchaseRequest { Policies = new() { Refund = RefundPolicy.Allow } };
            PurchaseRefund refund = await client.V2.Purchases.RefundPurchaseAsync(
                programId, memberId, mug.Id, evenIfNotRefundable, cancellationToken);
            #endregion

            Assert.NotNull(refund.Refund);
        }
    }

    [Fact]
    public async Task A_customer_becomes_a_member()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"lmbr_2","cards":[{"card":{"id":"lcrd_3","code":null}}]}"""));
        var (client, cancellationToken) = (test.Client, TestContext.Current.CancellationToken);

        #region snippet
        var request = new CreateMemberRequest { Customer = CustomerIdentification.BySource("customer-42") };
        Member member = await client.V2.Members.CreateMemberAsync("lprg_1", request, cancellationToken);
        CardId cardId = member.Cards![0].Card!.Id; // the code of a new card may still be missing
        #endregion

        Assert.Equal("lcrd_3", cardId.Value);
    }

    [Fact]
    public async Task A_program_is_set_up()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"id":"lcdef_1"}"""),
            Steps.Ok("""{"id":"lern_1"}"""),
            Steps.Ok("""{"id":"lrew_1"}"""),
            Steps.Ok("""{"id":"lprg_1"}"""),
            Steps.Ok("""{"id":"lprg_1","status":"ACTIVE"}"""));
        var (client, cancellationToken) = (test.Client, TestContext.Current.CancellationToken);

        #region snippet
        var v2 = client.V2;
        CardDefinition wallet = await v2.CardDefinitions.CreateCardDefinitionAsync(
            new() { Name = "Points", Status = CardDefinitionStatus.Active }, cancellationToken);

        // A point for each euro of a paid order.
        EarningRule rule = await v2.EarningRules.CreateEarningRuleAsync(
            new()
            {
                Name = "Orders",
                Status = EarningRuleStatus.Active,
                Trigger = EarningRuleTrigger.OrderPaid,
                Earnings = [new() { Effects = [EarningEffect.PerOrderAmount(wallet.Id, every: 100, points: 1)] }],
            },
            cancellationToken);
        Reward coupon = await v2.Rewards.CreateRewardAsync(
            new()
            {
                Name = "Coupon",
                Type = RewardType.Digital,
                Status = RewardStatus.Active,
                Digital = new() { Type = DigitalType.DiscountCoupons, DiscountCoupons = new() { CampaignId = "camp_1" } },
                Costs = [RewardCost.InPoints(wallet.Id, 500)],
            },
            cancellationToken);

        LoyaltyProgram program = await v2.Programs.CreateProgramAsync(
            new()
            {
                Name = "Club",
                CardDefinitions = [wallet.Id],
                EarningRules = [rule.Id],
                Rewards = [RewardAssign.Unlimited(coupon.Id)],
            },
            cancellationToken);
        await v2.Programs.ActivateProgramAsync(program.Id, cancellationToken);
        #endregion

        Assert.Equal("/v2/loyalties/programs/lprg_1/activate", test.Handler.Requests[4].Uri.AbsolutePath);
    }

    [Fact]
    public void Conditions_are_written()
    {
        var wallet = new CardDefinition { Id = "lcdef_1" };

        #region snippet
        // For orders of more than 50 euros from the shop in Berlin, and for all of more than 200 euros.
        Earning earning = new()
        {
            Rules = RuleGroup.Any(
                RuleGroup.All(Rule.OrderAmount.MoreThan(5_000), Rule.OrderMetadata("shop").Is("Berlin")),
                Rule.OrderAmount.MoreThan(20_000)),
            Effects = [EarningEffect.PerOrderAmount(wallet.Id, every: 100, points: 1)],
        };
        #endregion

        Assert.Equal("(1 and 2) or 3", earning.Rules!.Value.GetProperty("logic").GetString());
    }

    [Fact]
    public async Task A_customer_orders_and_visits()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"id":"cust_1"}"""), Steps.Ok("""{"id":"ord_1"}"""), Steps.Ok("""{"type":"page_view"}"""));
        var (client, cancellationToken) = (test.Client, TestContext.Current.CancellationToken);

        #region snippet
        var customer = await client.Customers.UpsertCustomerAsync(
            new() { SourceId = "shop-42", Email = "anna@example.com" }, cancellationToken);

        // A paid order can earn points, a moment later.
        await client.Orders.UpsertOrderAsync(
            new() { SourceId = "order-1001", Status = OrderStatus.Paid, Amount = 12_500, Customer = new() { Id = customer.Id } },
            cancellationToken);
        await client.Events.TrackEventAsync(new() { Event = "page_view", Customer = new() { Id = customer.Id } }, cancellationToken);
        #endregion

        Assert.Equal(
            ["/v1/customers", "/v1/orders", "/v1/events"], test.Handler.Requests.Select(static request => request.Uri.AbsolutePath));
    }

    [Fact]
    public void The_sandbox_has_a_program_and_a_member()
    {
        var sandbox = LoyaltySandbox.Create();

        #region snippet
        SandboxProgram program = sandbox.V2.AddProgram();
        SandboxMember anna = sandbox.V2.AddMember(program.Id, "customer-42", points: 120);
        #endregion

        Assert.Equal(120, sandbox.V2.GetCard(anna.CardId).Balance);
    }
}
