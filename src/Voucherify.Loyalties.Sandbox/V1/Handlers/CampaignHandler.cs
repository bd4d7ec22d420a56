using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists, creates, changes and deletes campaigns.</summary>
internal sealed class CampaignHandler(ResourceLocator locator, V1Store store, JobRegistry jobs)
{
    private static readonly SortQuery<Campaign> Sorting = new(newestFirst: true);

    private readonly CampaignReader _reader = new(store);

    public SandboxResponse List(SandboxCall call) =>
        PageQuery.TryParse(call, out var page, out var refusal)
        && Sorting.TrySort(call, store.Registry.Campaigns.Where(static row => row.IsAccessible), out var campaigns, out refusal)
            ? page.Respond(campaigns, (writer, campaign) => Write(writer, campaign, call), "campaigns")
            : refusal!;

    public SandboxResponse Create(SandboxCall call)
    {
        if (!_reader.TryReadNew(call, out var campaign, out var cards, out var refusal))
        {
            return refusal;
        }

        if (store.Registry.FindCampaign(campaign.Name) is { } existing)
        {
            return Errors.DuplicateFound(call, "campaign", existing.Id, $"Campaign with name: {existing.Name} already exists");
        }

        store.Registry.Add(campaign);
        store.Issuer.AddFree(campaign, cards, call.Now);
        return Describe(call, campaign);
    }

    public SandboxResponse Get(SandboxCall call) =>
        locator.TryFindCampaign(call, out var campaign, out var refusal) ? Describe(call, campaign) : refusal;

    public SandboxResponse Update(SandboxCall call)
    {
        if (!CampaignReader.TryReadUpdate(call, out var root, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        if (campaign.IsReadOnly)
        {
            return Errors.ResourceProtected(call, "campaign", campaign.Id);
        }

        CampaignReader.Update(campaign, root);
        campaign.UpdatedAt = call.Now;
        return Describe(call, campaign);
    }

    /// <summary>Deletes a campaign at once (assumed), and its cards in the background (documented), as far as a client can see.</summary>
    public SandboxResponse Delete(SandboxCall call)
    {
        if (!locator.TryFindCampaign(call, out var campaign, out var refusal))
        {
            return refusal;
        }

        var deletion = jobs.AddDeletion(store.Registry.Remove(campaign), call.Id, call.Now);
        return JsonResponse.Object(writer => writer.WriteString("async_action_id", deletion.Id));
    }

    private SandboxResponse Describe(SandboxCall call, Campaign campaign) =>
        JsonResponse.Object(writer => Write(writer, campaign, call));

    private void Write(Utf8JsonWriter writer, Campaign campaign, SandboxCall call) =>
        CampaignJson.Write(writer, campaign, store.Registry.CardsOf(campaign).Count, call.Now);
}
