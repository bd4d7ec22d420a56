using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private static string GivesBenefit(string id) =>
        $$$"""{"effects":[{"type":"BENEFIT","benefit":{"id":"{{{id}}}"} }]}""";

    [Fact]
    public async Task An_earning_gives_a_benefit_until_it_is_out_of_stock()
    {
        var (sandbox, client, member, _) = await StartForRulesAsync();
        var benefit = sandbox.V2.AddBenefit("Mug", 2);
        var rule = await AddRuleAsync(client, member, OrderPaid, GivesBenefit(benefit));

        for (var order = 0; order < 3; order++)
        {
            await PayAsync(client);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        var rows = (await GetAsync(client, PathOf(member) + "/benefits/transactions")).Data;
        Assert.Equal(["REJECTED", "APPROVED", "APPROVED"], rows.Select(static row => (string?)row["status"]));
        Assert.Equal("""{"reason":"OUT_OF_STOCK"}""", rows[0]["details"]!["rejection"]!.ToJsonString());
        Assert.Null(rows[0]["details"]!["result"]);
        Assert.Matches("^lbtx_[0-9a-f]{18}$", (string?)rows[1]["id"]);
        Assert.Equal(
            (benefit, rule, member.Id, "FULFILLMENT"),
            ((string?)rows[1]["benefit_id"], (string?)rows[1]["earning_rule_id"], (string?)rows[1]["member_id"], (string?)rows[1]["type"]));
        Assert.Equal("Loyalty Program / Another rule", (string?)rows[1]["details"]!["reason"]);
        Assert.Matches("^evcus_", (string?)rows[1]["details"]!["metadata"]!["event_id"]);
        Assert.Matches("^lernei_", (string?)rows[1]["details"]!["metadata"]!["earning_item_id"]);
        Assert.Equal(
            """{"details":{"material":{"type":"PRODUCT","product":{"id":"prod_0"}}}}""", rows[1]["details"]!["result"]!.ToJsonString());
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task The_client_lists_the_benefits_of_a_member()
    {
        var (sandbox, http, member, definition) = await StartForRulesAsync();
        var (mug, pen) = (sandbox.V2.AddBenefit("Mug"), sandbox.V2.AddBenefit("Pen"));
        await AddRuleAsync(http, member, OrderPaid, GivesBenefit(mug).Replace(
            "\"effects\":[",
            $$""" "effects":[{"type":"POINTS","points":{"value":7,"card_definition_id":"{{definition}}"} },""",
            StringComparison.Ordinal));
        await AddRuleAsync(http, member, OrderPaid, GivesBenefit(pen));

        await PayAsync(http);

        var members = Sdk(sandbox).V2.Members;
        var all = (await members.ListMemberBenefitTransactionsPageAsync(member.ProgramId, member.Id, Stop)).Items!;
        Assert.Equal([pen, mug], all.Select(static row => row.BenefitId.Value));
        Assert.Equal(BenefitTransactionStatus.Approved, all[0].Status?.Value);
        Assert.Null(UnreadableMembers.Of(all[0]));
        Assert.Single((await GetAsync(
            http, PathOf(member) + $"/benefits/transactions?filters[benefit_id][conditions][$is]={mug}")).Data);
        Assert.Equal(7, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task A_benefit_that_does_not_exist_is_rejected()
    {
        var (_, client, member, _) = await StartForRulesAsync();
        await AddRuleAsync(client, member, OrderPaid, GivesBenefit("lben_0"));

        await PayAsync(client);

        var row = Assert.Single((await GetAsync(client, PathOf(member) + "/benefits/transactions")).Data);
        Assert.Equal("BENEFIT_NOT_FOUND", (string?)row["details"]!["rejection"]!["reason"]);
    }

    [Fact]
    public async Task Benefits_count_for_the_limits_of_their_rule()
    {
        var (sandbox, client, member, _) = await StartForRulesAsync();
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            GivesBenefit(sandbox.V2.AddBenefit("Mug")),
            ""","trigger_limits":{"cooldown":{"type":"FIXED_COOLDOWN","fixed_cooldown":{"period":{"value":1,"unit":"DAY"} } } }""");

        await PayAsync(client);
        Time.Advance(TimeSpan.FromHours(1));
        await PayAsync(client);

        Assert.Single((await GetAsync(client, PathOf(member) + "/benefits/transactions")).Data);
    }

    [Fact]
    public async Task The_name_of_a_benefit_is_unique_and_its_stock_is_not_negative()
    {
        var (sandbox, _) = await StartAsync();
        sandbox.V2.AddBenefit("Mug");

        Assert.Contains("'Mug'", Assert.Throws<ArgumentException>(() => sandbox.V2.AddBenefit("Mug")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V2.AddBenefit("Pen", -1));
    }

    [Fact]
    public async Task An_effect_without_the_id_of_its_benefit_is_refused()
    {
        var (_, client) = await StartAsync();

        var response = await PostAsync(
            client,
            "v2/loyalties/earning-rules",
            $$"""{"name":"Rule","trigger":{{OrderPaid}},"earnings":[{"effects":[{"type":"BENEFIT","benefit":{} }]}]}""");

        Assert.Equal("400 invalid_payload", KeyOf(response));
    }
}
