using System.Net;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class CampaignTests
{
    private const string NotFound = """{"code":404,"key":"not_found","message":"Resource not found","resource_type":"campaign"}""";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_programs_has_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("CampaignList"));

        var page = await test.Client.V1.Campaigns.ListCampaignsPageAsync(cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, "/v1/loyalties", null);
        SampleResponses.AssertComplete("CampaignList", page, V1Json.CampaignList);
    }

    [Fact]
    public async Task All_programs_are_listed_page_by_page()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"campaigns":[{"id":"camp_1"}],"total":1}"""), Steps.Ok("""{"campaigns":[],"total":1}"""));

        var ids = await test.Client.V1.Campaigns.ListCampaignsAsync(new() { Limit = 1 }, cancellationToken: Token)
            .Select(campaign => campaign.Id)
            .ToListAsync(Token);

        Assert.Equal(["camp_1"], ids);
        Assert.Equal(["?limit=1&page=1", "?limit=1&page=2"], test.Handler.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task A_program_has_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyCampaign"));

        var campaign = await test.Client.V1.Campaigns.GetCampaignAsync("camp/1", cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, "/v1/loyalties/camp%2F1", null);
        SampleResponses.AssertComplete("LoyaltyCampaign", campaign, V1Json.LoyaltyCampaign);
    }

    [Fact]
    public async Task A_program_with_unknown_values_is_read()
    {
        using var test = new ScriptedClient(Steps.Ok(
            """{"id":"camp_1","type":"STANDALONE","creation_status":"PAUSED","voucher":null,"category_id":null,"vouchers_count":"3"}"""));

        var campaign = await test.Client.V1.Campaigns.GetCampaignAsync("camp_1", cancellationToken: Token);

        Assert.Equal(
            ("STANDALONE", "PAUSED", 3), (campaign.Type!.Value.Value, campaign.CreationStatus!.Value.Value, campaign.VouchersCount));
    }

    [Fact]
    public async Task The_creation_of_a_program_is_never_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Campaigns.CreateCampaignAsync(new() { Name = "Gold" }, cancellationToken: Token));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_program_whose_response_has_no_id_has_an_unknown_outcome()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Campaigns.CreateCampaignAsync(new() { Name = "Gold" }, cancellationToken: Token));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Campaigns.UpdateCampaignAsync("camp_1", new(), cancellationToken: Token));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Campaigns.DeleteCampaignAsync("camp_1", cancellationToken: Token));
    }

    [Fact]
    public async Task An_update_of_a_program_is_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok("""{"id":"camp_1"}"""));

        var campaign = await test.Clock.RunToEnd(
            test.Client.V1.Campaigns.UpdateCampaignAsync("camp_1", new() { Description = "d" }, cancellationToken: Token));

        Assert.Equal("camp_1", campaign.Id);
        Assert.Equal(["""{"description":"d"}""", """{"description":"d"}"""], test.Handler.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task A_deletion_of_a_program_that_is_not_found_after_a_lost_response_is_unknown()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Respond(HttpStatusCode.NotFound, NotFound));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(test.Client.V1.Campaigns.DeleteCampaignAsync("camp_1", cancellationToken: Token)));

        Assert.Equal(LoyaltyErrorKeys.NotFound, Assert.IsType<LoyaltyApiException>(error.InnerException).Key);
        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task A_deletion_of_a_program_that_does_not_exist_is_rejected()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.NotFound, NotFound));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => test.Client.V1.Campaigns.DeleteCampaignAsync("camp_1", cancellationToken: Token));

        Assert.Equal("campaign", error.Error.ResourceType);
    }

    [Fact]
    public void Ids_and_requests_of_programs_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var campaigns = test.Client.V1.Campaigns;

        Assert.Throws<ArgumentException>("campaignId", () => { _ = campaigns.GetCampaignAsync(".."); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = campaigns.UpdateCampaignAsync(" ", new()); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = campaigns.DeleteCampaignAsync("."); });
        Assert.Throws<ArgumentNullException>("request", () => { _ = campaigns.CreateCampaignAsync(null!); });
        Assert.Throws<ArgumentOutOfRangeException>("query.Page", () => { _ = campaigns.ListCampaignsAsync(new() { Page = 101 }); });
        Assert.Equal(0, test.Attempts);
    }
}
