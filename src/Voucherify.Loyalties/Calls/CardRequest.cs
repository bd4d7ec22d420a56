namespace Voucherify.Loyalties.Calls;

/// <summary>A request that is about one loyalty card.</summary>
/// <param name="memberId">The card.</param>
/// <param name="campaignId">The campaign that the call names; null when it names none.</param>
/// <param name="build">Builds the request of an attempt.</param>
internal sealed class CardRequest(string memberId, string? campaignId, Func<Task<HttpRequestMessage>> build)
{
    public CallSubject Subject { get; } = new(memberId, campaignId);

    public Func<Task<HttpRequestMessage>> Build { get; } = build;
}
