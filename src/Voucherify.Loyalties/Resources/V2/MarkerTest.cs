using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Tests on a card whether the service keeps the reason of an adjustment as it was sent.</summary>
/// <param name="context">The clock, and the source of the id.</param>
/// <param name="cards">Makes the adjustments.</param>
/// <param name="card">The card.</param>
internal sealed class MarkerTest(
    ResourceContext context, ICardsClient cards, (ProgramId ProgramId, MemberId MemberId, CardId CardId) card)
{
    private static readonly WaitOptions Wait = new()
    {
        Timeout = TimeSpan.FromMinutes(2),
        BaseDelay = TimeSpan.FromSeconds(0.5),
        MaxDelay = TimeSpan.FromSeconds(5),
    };

    // What a service may trim, escape, normalize or cut: white space, markup, quotes, and letters outside of ASCII.
    private const string Start = "Marker test <b>\"1 & 2\"</b>, 'ä', 'é', '日本', '€': ";

    /// <summary>Adds a point, reads the transaction back, and removes the point.</summary>
    public async Task<MarkerReport> RunAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        var accepted = (options ?? new RequestOptions()) with { WaitUntil = WriteCompletion.Accepted };
        var added = await AdjustAsync(1, accepted, cancellationToken).ConfigureAwait(false);
        var began = context.Clock.Time.GetTimestamp();
        var wait = new CardTransactionWait(context.Clock, cards, card, added.Result.Transaction!.Id);
        var listed = await JobPolling.UntilEndedAsync(
            context.Clock,
            "The test of the marker",
            () => wait.FindAsync(options, cancellationToken),
            static row => row is not null,
            Wait,
            cancellationToken).ConfigureAwait(false);
        var listedAfter = context.Clock.Time.GetElapsedTime(began);
        var ended = await wait.UntilEndedAsync(Wait, options, cancellationToken).ConfigureAwait(false);
        var approvedAfter = context.Clock.Time.GetElapsedTime(began);
        if (ended.Status?.Value == CardTransactionStatus.Rejected)
        {
            throw LoyaltyTransactionRejectedException.Of(ended, added.Result.SourceId!);
        }

        await AdjustAsync(-1, options, cancellationToken).ConfigureAwait(false);
        return new MarkerReport
        {
            State = StateOf(added.Reason, listed!.Details?.Reason),
            Sent = added.Reason,
            Listed = listed.Details?.Reason,
            ListedAfter = listedAfter,
            ApprovedAfter = approvedAfter,
        };
    }

    private static MarkerState StateOf(string sent, string? listed) =>
        listed == sent ? MarkerState.Kept
        : ReasonMarker.Find(listed) is { } marker && marker == ReasonMarker.Find(sent) ? MarkerState.Altered
        : MarkerState.Missing;

    private async Task<(PointsAdjustment Result, string Reason)> AdjustAsync(
        long points, RequestOptions? options, CancellationToken cancellationToken)
    {
        // Two generated ids have the length of the longest id that a marker shows.
        var request = new AdjustCardPointsRequest
        {
            Points = points,
            Reason = Start.PadRight(AdjustCardPointsRules.LongestReason - 1, '.') + "!",
            SourceId = context.NewSourceId() + context.NewSourceId(),
        };
        var result = await cards
            .AdjustCardPointsAsync(card.ProgramId, card.MemberId, card.CardId, request, options, cancellationToken)
            .ConfigureAwait(false);
        return (result, ReasonMarker.Append(request.Reason, ReasonMarker.Of(request.SourceId, MarkerContent.SourceId)));
    }
}
