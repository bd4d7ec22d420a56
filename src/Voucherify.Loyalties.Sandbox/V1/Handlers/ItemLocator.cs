using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Finds an item of a campaign that a route names: a tier, an earning rule or a reward assignment.</summary>
/// <param name="campaigns">Finds the campaign of the route.</param>
/// <param name="type">The type of the item, as errors name it.</param>
/// <param name="routeValue">The part of the route that has the id of the item.</param>
/// <param name="itemsOf">The items of a campaign.</param>
internal sealed class ItemLocator<T>(ResourceLocator campaigns, string type, string routeValue, Func<Campaign, List<T>> itemsOf)
    where T : class, IIdentified
{
    public bool TryFind(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        [NotNullWhen(true)] out T? item,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        item = null;
        if (!campaigns.TryFindCampaign(call, out campaign, out refusal))
        {
            return false;
        }

        var id = call.RouteValues[routeValue];
        item = itemsOf(campaign).Find(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        refusal = item is null ? Errors.ResourceNotFound(call, type, id) : null;
        return item is not null;
    }
}
