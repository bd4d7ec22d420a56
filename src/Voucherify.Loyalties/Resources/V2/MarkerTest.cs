using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Tests on a card whether the service keeps the reason of an adjustment as it was sent.</summary>
/// <param name="context">The clock, and the source of the ids.</param>
/// <param name="cards">Makes the adjustments.</param>
/// <param name="card">The card.</param>
internal sealed class MarkerTest(ResourceContext context, ICardsClient cards, CardAddress card)
{
    // What a service may trim, escape, normalize or cut: white space, markup, quotes, and letters outside of ASCII.
    private const string Start = "Marker test <b>\"1 & 2\"</b>, 'ä', 'é', '日本', '€': ";

    private TimeProvider Time => context.Clock.Time;

    /// <summary>Adds a point, reads the transaction back, and removes the point.</summary>
    public async Task<MarkerReport> RunAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        var accepted = (options ?? new RequestOptions()) with { WaitUntil = WriteCompletion.Accepted };
        var request = NewRequest(1);
        var recorded = await cards.AdjustAsync(card, request, accepted, cancellationToken).ConfigureAwait(false);
        var began = Time.GetTimestamp();
        var wait = cards.NewWait(card, recorded, context.Clock);
        var listed = await wait.UntilListedAsync(options, cancellationToken).ConfigureAwait(false);
        var listedAfter = Time.GetElapsedTime(began);
        await wait.UntilAppliedAsync(request.SourceId!, options, cancellationToken).ConfigureAwait(false);
        var appliedAfter = Time.GetElapsedTime(began);
        await cards.AdjustAsync(card, NewRequest(-1), options, cancellationToken).ConfigureAwait(false);
        return MarkerReports.Create(request, listed) with { ListedAfter = listedAfter, ApprovedAfter = appliedAfter };
    }

    // Two generated ids have the length of the longest id that a marker shows.
    private AdjustCardPointsRequest NewRequest(long points) => new()
    {
        Points = points,
        Reason = Start.PadRight(AdjustCardPointsRules.LongestReason - 1, '.') + "!",
        SourceId = context.NewSourceId() + context.NewSourceId(),
    };
}
