using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string MembersPath = "v1/loyalties/Summer%20Club/members";

    [Fact]
    public async Task A_new_member_gets_a_card_with_a_code_in_the_pattern_of_the_campaign()
    {
        var (sandbox, _) = await StartAsync();
        var sdk = Sdk(sandbox);
        await sdk.V1.Campaigns.CreateCampaignAsync(
            new()
            {
                Name = Campaign,
                Voucher = new()
                {
                    LoyaltyCard = new() { Points = 0 },
                    CodeConfig = new() { Pattern = "SC-####-X", Charset = "0123456789" },
                },
            },
            cancellationToken: Stop);

        var ann = await sdk.V1.Members.AddMemberAsync(
            Campaign,
            new() { Customer = new CustomerInput { SourceId = "ann", Name = "Ann" } },
            cancellationToken: Stop);
        var ben = await sdk.V1.Members.AddMemberAsync(Campaign, new() { Customer = "ben" }, cancellationToken: Stop);
        var cara = await sdk.V1.Members.AddMemberAsync(Campaign, new() { Customer = "cust_cara" }, cancellationToken: Stop);

        Assert.All([ann, ben, cara], member => Assert.Matches("^SC-[0-9]{4}-X$", member.Code.Value));
        Assert.Equal((0, Campaign, 1), (ann.LoyaltyCard!.Balance, ann.Campaign, ann.Publish!.Count));
        Assert.Equal("cust_cara", cara.HolderId);
        Assert.Equal(3, new[] { ann.HolderId, ben.HolderId, cara.HolderId }.Distinct().Count());
        Assert.Equal(
            [cara.Code, ben.Code, ann.Code],
            (await sdk.V1.Members.ListMembersPageAsync(Campaign, cancellationToken: Stop)).Members!.Select(static card => card.Code));
        await sdk.V1.Members.AdjustBalanceAsync(ann.Code!, new() { Points = 5 }, cancellationToken: Stop);
    }

    [Fact]
    public async Task A_customer_who_joins_twice_keeps_the_card()
    {
        var (sandbox, _) = await StartWithCardAsync();
        var sdk = Sdk(sandbox);

        var first = await sdk.V1.Members.AddMemberAsync(Campaign, new() { Customer = "ann" }, cancellationToken: Stop);
        var byId = await sdk.V1.Members.AddMemberAsync(Campaign, new() { Customer = first.HolderId! }, cancellationToken: Stop);
        var byBoth = await sdk.V1.Members.AddMemberAsync(
            Campaign,
            new() { Customer = new CustomerInput { Id = first.HolderId, SourceId = "ann" } },
            cancellationToken: Stop);

        Assert.Equal((first.Code, first.Code), (byId.Code, byBoth.Code));
        Assert.Equal(2, (await sdk.V1.Members.ListMembersPageAsync(Campaign, cancellationToken: Stop)).Total);
    }

    [Fact]
    public async Task A_free_card_can_be_chosen_once()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var free = sandbox.V1.AddCard(new SandboxCardSeed { Code = "FREE", Campaign = Campaign, HasHolder = false });

        var response = await PostAsync(client, MembersPath, """{"customer":"ann","voucher":"FREE"}""");
        var again = await PostAsync(client, MembersPath, """{"customer":"ben","voucher":"FREE"}""");

        Assert.Equal(("FREE", sandbox.V1.GetCard("FREE").HolderId), ((string?)response.Json["code"], (string?)response.Json["holder_id"]));
        AssertError(
            again,
            400,
            "voucher_already_published",
            "Voucher already published",
            $"Voucher '{free.Id}' has already been published");
    }

    [Fact]
    public async Task A_static_campaign_has_only_its_free_cards_to_give()
    {
        var (_, client) = await StartAsync();
        await PostAsync(client, "v1/loyalties", """{"name":"Summer Club","type":"STATIC","vouchers_count":1}""");

        var first = await PostAsync(client, MembersPath, """{"customer":"ann"}""");
        var second = await PostAsync(client, MembersPath, """{"customer":"ben"}""");

        Assert.Equal(200, (int)first.Status);
        Assert.Equal((400, "no_voucher_suitable_for_publication"), ((int)second.Status, (string?)second.Json["key"]));
    }

    [Theory]
    [InlineData("""{"name":"Ann"}""")]
    [InlineData("""{"email":"ann@example.com"}""")]
    [InlineData("""{"source_id":"","phone":"+1 555 0100"}""")]
    [InlineData("""{"metadata":{"vip":true}}""")]
    public async Task A_customer_without_an_id_is_a_new_one(string customer)
    {
        var (sandbox, client) = await StartWithCardAsync();

        var first = await PostAsync(client, MembersPath, $$"""{"customer":{{customer}}}""");
        var second = await PostAsync(client, MembersPath, $$"""{"customer":{{customer}}}""");

        Assert.Equal((200, 200), ((int)first.Status, (int)second.Status));
        Assert.Matches("^cust_", (string?)first.Json["holder_id"]);
        Assert.NotEqual((string?)first.Json["holder_id"], (string?)second.Json["holder_id"]);
        Assert.Equal((string?)first.Json["holder_id"], sandbox.V1.GetCard((string)first.Json["code"]!).HolderId);
    }

    [Theory]
    [InlineData("{}", 400, "invalid_payload")]
    [InlineData("""{"customer":{}}""", 400, "invalid_payload")]
    [InlineData("""{"customer":{"name":"","email":null}}""", 400, "invalid_payload")]
    [InlineData("""{"customer":{"id":7}}""", 400, "invalid_payload")]
    [InlineData("""{"customer":7}""", 400, "invalid_payload")]
    [InlineData("""{"customer":"ann","voucher":7}""", 400, "invalid_payload")]
    [InlineData("""{"customer":"ann","voucher":"NONE"}""", 404, "not_found")]
    [InlineData("""{"customer":"ann","voucher":"OTHER"}""", 404, "not_found")]
    public async Task An_invalid_membership_is_refused(string body, int status, string key)
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.V1.AddCard("OTHER");

        var response = await PostAsync(client, MembersPath, body);

        Assert.Equal((status, key), ((int)response.Status, (string?)response.Json["key"]));
        Assert.Equal(
            "campaign",
            (string?)(await PostAsync(client, "v1/loyalties/none/members", """{"customer":"ann"}""")).Json["resource_type"]);
    }

    [Theory]
    [InlineData("", "C B A")]
    [InlineData("?order=code", "A B C")]
    [InlineData("?order=-code&limit=2&page=2", "A")]
    [InlineData("?code=B", "B")]
    [InlineData("?ids=v_A&ids=v_C", "C A")]
    [InlineData("?customer=ann", "A")]
    [InlineData("?customer=unknown", "")]
    [InlineData("?created_at[after]=2024-05-15T12:00:30Z", "C")]
    [InlineData("?created_at[before]=2024-05-15T12:00:30Z", "B A")]
    [InlineData("?updated_at[after]=2024-05-15T12:01:30Z", "A")]
    [InlineData("?order=-updated_at&limit=1", "A")]
    public async Task Members_are_listed_by_the_query_parameters(string query, string expected)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign);
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "A", Id = "v_A", Campaign = Campaign, HasHolder = false });
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "B", Id = "v_B", Campaign = Campaign });
        Time.Advance(TimeSpan.FromMinutes(1));
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "C", Id = "v_C", Campaign = Campaign });
        Time.Advance(TimeSpan.FromMinutes(1));
        await PostAsync(client, MembersPath, """{"customer":"ann","voucher":"A"}""");

        var response = await GetAsync(client, MembersPath + query);

        Assert.Equal(expected, string.Join(' ', response.Json["vouchers"]!.AsArray().Select(static card => (string?)card!["code"])));
    }

    [Fact]
    public async Task Invalid_query_parameters_of_a_member_list_are_refused()
    {
        var (_, client) = await StartWithCardAsync();

        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, MembersPath + "?order=name")).Json["key"]);
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, MembersPath + "?created_at[after]=x")).Json["key"]);
        Assert.Equal("page_over_limit", (string?)(await GetAsync(client, MembersPath + "?page=101")).Json["key"]);
        Assert.Equal("campaign", (string?)(await GetAsync(client, "v1/loyalties/none/members")).Json["resource_type"]);
    }
}
