using System.Net;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_campaign_that_the_key_may_only_read_is_protected_from_updates()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, "camp_1");
        sandbox.V1.AddCard("CARD", campaign: Campaign);
        Task<ReceivedResponse> UpdateAsync() => SendAsync(client, HttpMethod.Put, "v1/loyalties/camp_1", """{"description":"d"}""");

        sandbox.V1.SetCampaignAccess(Campaign, SandboxCampaignAccess.ReadOnly);
        var refused = await UpdateAsync();
        var read = await GetAsync(client, "v1/loyalties/camp_1");
        var adjusted = await PostAsync(client, "v1/loyalties/camp_1/members/CARD/balance", """{"points":1}""");
        sandbox.V1.SetCampaignAccess("camp_1", SandboxCampaignAccess.Full);

        AssertError(
            refused, 400, LoyaltyErrorKeys.ResourceProtected, "Resource is protected", "Resource campaign with id camp_1 is read-only");
        Assert.Equal(("camp_1", "campaign"), ((string?)refused.Json["resource_id"], (string?)refused.Json["resource_type"]));
        Assert.Equal((true, null), ((bool)read.Json["readonly"]!, (string?)read.Json["description"]));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (adjusted.Status, (await UpdateAsync()).Status));
        Assert.False((bool)(await GetAsync(client, "v1/loyalties/camp_1")).Json["readonly"]!);
    }

    [Theory]
    [InlineData("GET", "v1/loyalties/camp_1")]
    [InlineData("GET", "v1/loyalties/Summer%20Club")]
    [InlineData("PUT", "v1/loyalties/camp_1")]
    [InlineData("DELETE", "v1/loyalties/camp_1")]
    [InlineData("POST", "v1/loyalties/camp_1/transactions/export")]
    [InlineData("GET", "v1/loyalties/camp_1/members")]
    [InlineData("GET", "v1/loyalties/camp_1/members/CARD")]
    public async Task A_campaign_without_access_is_forbidden(string method, string path)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, "camp_1");
        sandbox.V1.AddCampaign("Other");
        sandbox.V1.AddCard("CARD", campaign: Campaign);
        sandbox.V1.SetCampaignAccess("camp_1", SandboxCampaignAccess.None);

        var response = await SendAsync(client, new HttpMethod(method), path, method is "PUT" or "POST" ? "{}" : null);

        AssertError(
            response,
            403,
            LoyaltyErrorKeys.Forbidden,
            "Forbidden",
            "Resource campaign with id camp_1 is not accessible in given context");
        Assert.Equal(("camp_1", "campaign"), ((string?)response.Json["resource_id"], (string?)response.Json["resource_type"]));
        var listed = Assert.Single((await GetAsync(client, "v1/loyalties")).Json["campaigns"]!.AsArray());
        Assert.Equal("Other", (string?)listed!["name"]);
    }

    [Fact]
    public async Task The_client_takes_the_refusals_of_a_restricted_key_for_rejections()
    {
        var (sandbox, _) = await StartWithCardAsync();
        var campaigns = Sdk(sandbox).V1.Campaigns;

        sandbox.V1.SetCampaignAccess(Campaign, SandboxCampaignAccess.ReadOnly);
        var isProtected = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => campaigns.UpdateCampaignAsync(Campaign, new() { Description = "d" }, cancellationToken: Stop));
        sandbox.V1.SetCampaignAccess(Campaign, SandboxCampaignAccess.None);
        var isForbidden = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => campaigns.GetCampaignAsync(Campaign, cancellationToken: Stop));

        Assert.Equal((LoyaltyErrorKeys.ResourceProtected, LoyaltyErrorKeys.Forbidden), (isProtected.Key, isForbidden.Key));
    }

    [Fact]
    public async Task The_access_to_a_campaign_is_set_for_one_that_exists_and_to_one_that_exists()
    {
        var (sandbox, _) = await StartWithCardAsync();

        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.SetCampaignAccess("None", SandboxCampaignAccess.Full));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.SetCampaignAccess(Campaign, (SandboxCampaignAccess)9));
    }
}
