using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Commands;

/// <summary><c>adjust --v2</c>: adds points to a card of version 2 or removes them.</summary>
internal static class CardAdjustment
{
    // The earlier process may have sent the adjustment at any time, so the call decides only when that can no longer take effect.
    private static readonly AdjustOnceOptions SentBefore = new() { Prior = PriorAttempt.Unknown };

    public static async Task<int> RunAsync(
        Shell shell, CardIds ids, AdjustCardPointsRequest request, bool resume, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var adjustment = await AdjustAsync(session.Client.V2.Cards, ids, request, resume, cancellationToken);
        var color = Format.ColorOf(request.Points).ToMarkup();
        var transaction = adjustment.Transaction;
        shell.Out.MarkupLine(
            $"[bold]{SafeText.Markup(ids.Card.Value)}[/]  [{color}]{Format.Signed(request.Points)}[/] points, "
            + $"{SafeText.Markup(Format.Words(transaction?.Status))}");
        shell.Out.MarkupLine(
            $"[dim]source_id {SafeText.Markup(adjustment.SourceId)}, transaction {SafeText.Markup(transaction?.Id.Value)}"
            + $"{(adjustment.Recovered ? ", found in the transactions" : "")}[/]");
        return 0;
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
