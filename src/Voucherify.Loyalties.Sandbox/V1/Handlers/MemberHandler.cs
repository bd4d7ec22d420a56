using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Shows a card and its buckets.</summary>
internal sealed class MemberHandler(ResourceLocator locator)
{
    public SandboxResponse Get(SandboxCall call) => locator.TryFindCard(call, out var card, out var refusal)
        ? JsonResponse.Object(writer => MemberJson.Write(writer, card))
        : refusal;

    /// <summary>Lists the buckets that have not expired. Empty ones stay in the list, as in the examples.</summary>
    public SandboxResponse ListBuckets(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal) || !locator.TryFindCard(call, out var card, out refusal))
        {
            return refusal;
        }

        return page.Respond(card.Buckets.All, (writer, bucket) => BucketJson.Write(writer, card, bucket));
    }
}
