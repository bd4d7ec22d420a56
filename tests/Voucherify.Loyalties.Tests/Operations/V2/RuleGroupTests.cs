using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>The conditions of earnings and costs.</summary>
public sealed class RuleGroupTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public void Rules_are_numbered_and_combined()
    {
        var rules = RuleGroup.All(
            Rule.OrderAmount.MoreThanOrEqual(5_000).LessThan(10_000),
            RuleGroup.Any(
                Rule.CustomerMetadata("tier").Is("gold", "silver"),
                Rule.CustomerSegment.Is(RuleValue.Reference("seg_1", "segment"))),
            RuleGroup.Any(RuleGroup.All(Rule.CustomEventMetadata("paid", "ms_1").Is(true))));

        Assert.Equal(
            """
            {"logic":"1 and (2 or 3) and 4",
            "1":{"name":"order.amount","conditions":{"$more_than_or_equal":[5000],"$less_than":[10000]}},
            "2":{"name":"customer.metadata","property":"tier","conditions":{"$is":["gold","silver"]}},
            "3":{"name":"customer.segment","conditions":{"$is":[{"id":"seg_1","object":"segment"}]}},
            "4":{"name":"custom_event.metadata","property":"paid","schema_id":"ms_1","conditions":{"$is":[true]}}}
            """.ReplaceLineEndings(""),
            rules.ToString());
    }

    [Fact]
    public void Each_name_and_operator_has_a_short_form()
    {
        Rule[] rules =
        [
            Rule.OrderInitialAmount.MoreThan(1), Rule.OrderTotalAmount.LessThanOrEqual(2), Rule.OrderItemsQuantity.IsNot(3),
            Rule.OrderMetadata("a").In("x"), Rule.MemberMetadata("b").NotIn("y"),
            Rule.Of("order.items.count").OnDays(DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Sunday).With("$from", "2026-01-01"),
        ];

        Assert.Equal(
            """
            {"logic":"1 or 2 or 3 or 4 or 5 or 6","1":{"name":"order.initial_amount","conditions":{"$more_than":[1]}},
            "2":{"name":"order.total_amount","conditions":{"$less_than_or_equal":[2]}},
            "3":{"name":"order.items.quantity","conditions":{"$is_not":[3]}},
            "4":{"name":"order.metadata","property":"a","conditions":{"$in":["x"]}},
            "5":{"name":"member.metadata","property":"b","conditions":{"$not_in":["y"]}},
            "6":{"name":"order.items.count","conditions":{"$dow":[0,1],"$from":["2026-01-01"]}}}
            """.ReplaceLineEndings(""),
            RuleGroup.Any(rules).ToString());
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var full = Enumerable.Range(0, 10).Aggregate(Rule.OrderAmount, static (rule, at) => rule.With($"$o{at}", at));

        Assert.Throws<ArgumentException>(() => RuleGroup.All());
        Assert.Throws<ArgumentException>(() => RuleGroup.Any(Rule.OrderAmount.Is(1), null!));
        Assert.Throws<ArgumentNullException>(() => RuleGroup.Any(null!));
        Assert.Throws<InvalidOperationException>(() => RuleGroup.All(Rule.OrderAmount).ToJson());
        Assert.Throws<ArgumentException>(() => Rule.Of(" "));
        Assert.Throws<ArgumentException>(() => Rule.Of("order.metadata"));
        Assert.Throws<ArgumentException>(() => Rule.CustomerMetadata(""));
        Assert.Throws<ArgumentException>(() => Rule.CustomEventMetadata("a", " "));
        Assert.Throws<ArgumentException>(() => Rule.OrderAmount.Is());
        Assert.Throws<ArgumentException>(() => Rule.OrderAmount.Is((string?)null));
        Assert.Throws<ArgumentException>(() => Rule.OrderAmount.Is(default(RuleValue)));
        Assert.Throws<ArgumentException>(() => Rule.OrderAmount.Is(1).Is(2));
        Assert.Throws<ArgumentException>(() => Rule.OrderAmount.OnDays());
        Assert.Throws<ArgumentException>(() => Rule.OrderAmount.With("is", 1));
        Assert.Throws<ArgumentException>(() => full.Is(1));
        Assert.Throws<ArgumentException>(() => RuleValue.Reference("", "segment"));
        Assert.Throws<ArgumentNullException>(() => (JsonElement)(RuleGroup)null!);
    }

    [Theory]
    [InlineData(4_000, "Berlin", 0)]
    [InlineData(6_000, "Berlin", 60)]
    [InlineData(6_000, "Paris", 0)]
    [InlineData(30_000, "Paris", 300)]
    public async Task The_sandbox_understands_what_is_written(long amount, string shop, long points)
    {
        using var rig = new CardRig(applyLag: TimeSpan.Zero);
        var v2 = rig.Client.V2;
        var wallet = await rig.Run(v2.CardDefinitions.CreateCardDefinitionAsync(
            new() { Name = "Points", Status = CardDefinitionStatus.Active }, Token));
        var rule = await rig.Run(v2.EarningRules.CreateEarningRuleAsync(
            new()
            {
                Name = "Orders",
                Status = EarningRuleStatus.Active,
                Trigger = EarningRuleTrigger.OrderPaid,
                Earnings =
                [
                    new()
                    {
                        Rules = RuleGroup.All(
                            Rule.OrderAmount.MoreThan(5_000),
                            RuleGroup.Any(Rule.OrderMetadata("shop").Is("Berlin"), Rule.OrderAmount.MoreThanOrEqual(20_000))),
                        Effects = [EarningEffect.PerOrderAmount(wallet.Id, every: 100, points: 1)],
                    },
                ],
            },
            Token));
        var program = await rig.Run(v2.Programs.CreateProgramAsync(
            new() { Name = "Club", Status = ProgramStatus.Active, CardDefinitions = [wallet.Id], EarningRules = [rule.Id] }, Token));
        SandboxMember member = rig.Sandbox.V2.AddMember(program.Id.Value, "shop-7");

        await rig.Run(rig.Client.Orders.UpsertOrderAsync(
            new()
            {
                SourceId = "order-1",
                Status = OrderStatus.Paid,
                Amount = amount,
                Metadata = new() { ["shop"] = shop },
                Customer = new() { SourceId = "shop-7" },
            },
            Token));
        rig.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(points, rig.Sandbox.V2.GetCard(member.CardId).Balance);
    }
}
