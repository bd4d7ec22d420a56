using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>The program, the members and the orders of a journey. They are made before anything can fail.</summary>
internal sealed class JourneyWorld
{
    private const long OpeningPoints = 5_000;

    private JourneyWorld(string programId, string rewardId) => (ProgramId, RewardId) = (programId, rewardId);

    public string ProgramId { get; }

    public string RewardId { get; }

    public List<JourneyMember> Members { get; } = [];

    /// <summary>The ids that the service gave the orders.</summary>
    public Dictionary<string, string> OrderIds { get; } = new(StringComparer.Ordinal);

    // The sandbox responds at once.
    public static JourneyWorld Create(LoyaltySandbox sandbox, VirtualClock clock, int members)
    {
        using var client = TestClientBuilder.ForSandbox(sandbox).WithHandler(sandbox.CreateHandler()).WithSeed(1).Build();
        var world = CreateAsync(client).GetAwaiter().GetResult();
        for (var number = 1; number <= members; number++)
        {
            world.AddMemberAsync(sandbox, client, number, clock).GetAwaiter().GetResult();
        }

        return world;
    }

    public static string OrderOf(int order, int member) => $"order-{order}-{member}";

    private static async Task<JourneyWorld> CreateAsync(LoyaltyClient client)
    {
        var card = await client.V2.CardDefinitions.CreateCardDefinitionAsync(new()
        {
            Name = "Card",
            Status = CardDefinitionStatus.Active,
            PendingPoints = new()
            {
                Type = ActivationType.PeriodBased,
                PeriodBased = new() { Period = new() { Value = 30, Unit = PeriodUnit.Day } },
            },
            PointsExpiration = new()
            {
                Type = ExpirationType.RollingExpiration,
                RollingExpiration = new() { Period = new() { Value = 12, Unit = PeriodUnit.Month } },
            },
            PayWithPoints = new() { Type = PayWithPointsType.ExchangeRatio, ExchangeRatio = new() { Formula = "1" } },
        });
        var rule = await client.V2.EarningRules.CreateEarningRuleAsync(new()
        {
            Name = "Orders",
            Status = EarningRuleStatus.Active,
            Trigger = EarningRuleTrigger.OrderPaid,
            Earnings = [new Earning { Name = "Points", Effects = [EarningEffect.PerOrderAmount(card.Id, every: 100, points: 1)] }],
        });
        var reward = await client.V2.Rewards.CreateRewardAsync(new()
        {
            Name = "Mug",
            Type = RewardType.Digital,
            Status = RewardStatus.Active,
            Digital = new() { Type = DigitalType.DiscountCoupons, DiscountCoupons = new() { CampaignId = "camp_1" } },
            Costs = [RewardCost.InPoints(card.Id, 100)],
        });
        var program = await client.V2.Programs.CreateProgramAsync(new()
        {
            Name = "Program",
            Status = ProgramStatus.Active,
            CardDefinitions = [card.Id],
            EarningRules = [rule.Id],
            Rewards = [RewardAssign.Unlimited(reward.Id)],
        });
        return new(program.Id.Value, reward.Id.Value);
    }

    private async Task AddMemberAsync(LoyaltySandbox sandbox, LoyaltyClient client, int number, VirtualClock clock)
    {
        var member = sandbox.V2.AddMember(ProgramId, $"customer-{number}", OpeningPoints);
        foreach (var order in (int[])[1, 2])
        {
            var created = await client.Orders.UpsertOrderAsync(new() { SourceId = OrderOf(order, number), Amount = 100_000 });
            OrderIds[OrderOf(order, number)] = created.Id.Value;
        }

        await client.Orders.UpsertOrderAsync(new()
        {
            SourceId = $"paid-{number}",
            Status = OrderStatus.Paid,
            Amount = 10_000,
            Customer = new() { SourceId = $"customer-{number}" },
        });
        clock.Pass(TimeSpan.FromMinutes(1));
        var pending = await client.V2.Cards.ListCardPendingPointsPageAsync(ProgramId, member.Id, member.CardId);
        var expiring = await client.V2.Cards.ListCardExpiringPointsPageAsync(ProgramId, member.Id, member.CardId);
        Members.Add(new(member.Id, member.CardId, pending.Items!.Single().Id.Value, expiring.Items!.Single().Id.Value));
    }
}
