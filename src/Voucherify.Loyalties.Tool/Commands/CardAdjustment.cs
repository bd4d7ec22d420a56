using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>adjust --v2</c>: adds points to a card of version 2 or removes them.</summary>
internal static class CardAdjustment
{
    // The earlier process may have sent the adjustment at any time, so the call decides only when that can no longer take effect.
    private static readonly AdjustOnceOptions SentBefore = new() { Prior = PriorAttempt.Unknown };

    public static async Task<int> RunAsync(
        Shell shell, CardIds ids, AdjustCardPointsRequest request, AdjustmentMode mode, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, mode.IsJson, cancellationToken);
        if (mode.DryRun)
        {
            var card = await ShowCommand.GetCardAsync(session, ids, cancellationToken);
            AdjustmentLines.WritePlan(
                shell.Out, mode.IsJson, ids.Card.Value, request.Points, card.Card.Balance?.Points, request.SourceId);
            return ExitCodes.Done;
        }

        var adjustment = await AdjustAsync(session.Client.V2.Cards, ids, request, mode.Resume, cancellationToken);
        var output = new AdjustmentOutput
        {
            Card = ids.Card.Value,
            Points = request.Points,
            SourceId = adjustment.SourceId,
            TransactionId = adjustment.Transaction?.Id.Value,
            Status = adjustment.Transaction?.Status,
            Recovered = adjustment.Recovered,
        };
        AdjustmentLines.Write(shell.Out, mode.IsJson, output);
        return ExitCodes.Done;
    }

    // Without an id of the caller there is nothing that could have counted before.
    private static Task<PointsAdjustment> AdjustAsync(
        ICardsClient cards, CardIds ids, AdjustCardPointsRequest request, bool resume, CancellationToken cancellationToken) =>
        (resume, request.SourceId) switch
        {
            (true, _) => cards.AdjustCardPointsOnceAsync(
                ids.Program, ids.Member, ids.Card, request, SentBefore, AdjustCommand.ResumeRequestOptions, cancellationToken),
            (_, null) => cards.AdjustCardPointsAsync(
                ids.Program, ids.Member, ids.Card, request, cancellationToken: cancellationToken),
            _ => cards.AdjustCardPointsOnceAsync(
                ids.Program, ids.Member, ids.Card, request, cancellationToken: cancellationToken),
        };
}
