using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists, creates, changes and deletes campaigns.</summary>
internal sealed class CampaignHandler(ResourceLocator members, CardRegistry register, CardIssuer maker, IdGenerator ids, JobRegistry jobs)
{
    public SandboxResponse List(SandboxCall call) =>
        PageQuery.TryParse(call, out var page, out var refusal)
        && SortQuery.TrySort(call, register.Campaigns, SortQuery.NewestFirst, out var campaigns, out refusal)
            ? ListResponse.Numbered(page.Run(campaigns), campaigns.Count, (writer, campaign) => Write(writer, campaign, call), "campaigns")
            : refusal!;

    public SandboxResponse Create(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (!CampaignReader.TryRead(root, ids.NextCampaignId, call.Now, out var read, out var problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (register.FindCampaign(read.Campaign.Name) is { } existing)
        {
            return Errors.DuplicateFound(call, "campaign", existing.Id, $"Campaign with name: {existing.Name} already exists");
        }

        register.Add(read.Campaign);
        maker.MakeFree(read.Campaign, read.Cards, call.Now);
        return Answer(call, read.Campaign);
    }

    public SandboxResponse Get(SandboxCall call) =>
        members.TryFindCampaign(call, out var campaign, out var refusal) ? Answer(call, campaign) : refusal;

    public SandboxResponse Update(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (!CampaignReader.HasGoodDates(root, out var problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (!members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        Merge(campaign.Settings, root);
        campaign.UpdatedAt = call.Now;
        return Answer(call, campaign);
    }

    /// <summary>The campaign is gone at once (A); its cards are deleted in the background (D), as far as anybody can see.</summary>
    public SandboxResponse Delete(SandboxCall call)
    {
        if (!members.TryFindCampaign(call, out var campaign, out var refusal))
        {
            return refusal;
        }

        var action = jobs.AddDeletion(register.Remove(campaign), call.Id, call.Now);
        return JsonResponse.Of(200, writer => writer.WriteString("async_action_id", action.Id));
    }

    // Metadata is merged key by key, and keys that are to be unset go (A).
    private static void Merge(StoredProperties settings, JsonElement root)
    {
        var before = settings.FindObject("metadata");
        settings.Merge(root, Campaign.Changeable);
        var unset = root.TryGetProperty("unset_metadata_fields", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(name => name.ValueKind == JsonValueKind.String && JsonBody.TryDecode(name, out var text) ? text! : string.Empty).ToHashSet(StringComparer.Ordinal)
            : [];
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in new[] { before, settings.FindObject("metadata") }.SelectMany(part => part?.EnumerateObject().AsEnumerable() ?? []))
        {
            members[member.Name] = member.Value;
        }

        var json = JsonResponse.TextOf(writer =>
        {
            foreach (var (name, value) in members.Where(member => !unset.Contains(member.Key)))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        });
        using var document = JsonDocument.Parse(json);
        settings.Set("metadata", document.RootElement);
    }

    private SandboxResponse Answer(SandboxCall call, Campaign campaign) => JsonResponse.Of(200, writer => Write(writer, campaign, call));

    private void Write(Utf8JsonWriter writer, Campaign campaign, SandboxCall call) =>
        CampaignJson.Write(writer, campaign, register.CardsOf(campaign).Count, call.Now);
}
