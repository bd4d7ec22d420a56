using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Shows a card and its buckets.</summary>
internal sealed class MemberHandler(ResourceLocator members)
{
    public SandboxResponse Get(SandboxCall call) =>
        members.TryFind(call, out var card, out var refusal)
            ? JsonResponse.Of(200, writer => MemberJson.Write(writer, card))
            : refusal;

    /// <summary>Only buckets that have not expired; emptied ones stay in the list (E).</summary>
    public SandboxResponse Buckets(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal) || !members.TryFind(call, out var card, out refusal))
        {
            return refusal;
        }

        return ListResponse.Numbered(page.Run(card.Buckets.All), card.Buckets.All.Count, (writer, bucket) => BucketJson.Write(writer, card, bucket));
    }
}
