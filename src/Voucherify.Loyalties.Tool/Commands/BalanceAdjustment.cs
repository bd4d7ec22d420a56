using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>adjust</c>: adds points to a card of version 1 or removes them.</summary>
internal static class BalanceAdjustment
{
    public static async Task<int> RunAsync(
        Shell shell,
        string member,
        AdjustBalanceRequest request,
        AdjustmentMode mode,
        string? campaign,
        CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, mode.IsJson, cancellationToken);
        var members = session.Client.V1.Members;
        if (mode.DryRun)
        {
            var card = await members.GetMemberAsync(member, campaign, cancellationToken: cancellationToken);
            AdjustmentLines.WritePlan(shell.Out, mode.IsJson, member, request.Points, card.LoyaltyCard?.Balance, request.SourceId);
            return ExitCodes.Done;
        }

        var result = mode.Resume
            ? await members.ResumeAdjustmentAsync(
                member, request, campaignId: campaign, options: AdjustCommand.ResumeRequestOptions, cancellationToken: cancellationToken)
            : await members.AdjustBalanceAsync(member, request, campaign, cancellationToken: cancellationToken);
        var output = new AdjustmentOutput
        {
            Card = member,
            Points = request.Points,
            Balance = result.Balance,
            SourceId = result.SourceId,
            Recovered = result.Recovered,
        };
        AdjustmentLines.Write(shell.Out, mode.IsJson, output);
        return ExitCodes.Done;
    }
}
