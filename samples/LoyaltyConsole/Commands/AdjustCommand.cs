using System.CommandLine;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Commands;

/// <summary><c>adjust</c>: adds points to a card or removes them.</summary>
internal static class AdjustCommand
{
    // Longer than the reconciliation window.
    private static readonly RequestOptions ResumeRequestOptions = new() { Timeout = TimeSpan.FromMinutes(5) };

    public static Command Create(Shell shell)
    {
        var (member, points, campaign) = (Inputs.Member(), Inputs.Points(), Inputs.Campaign());
        var expires = Inputs.Expires();
        var reason = new Option<string?>("--reason")
        {
            Description = "The reason, which is stored with the transaction.",
            HelpName = "reason",
        };
        var sourceId = new Option<string?>("--source-id")
        {
            Description = "Your id of this adjustment, by which it can be found again. Without it, the client generates one.",
            HelpName = "id",
        };
        var resume = new Option<bool>("--resume")
        {
            Description = "Resume an adjustment that may already have been sent: search for --source-id first, and send only if needed.",
        };
        var command = new Command("adjust", "Adds points to a card or removes them.")
        {
            member, points, expires, reason, sourceId, resume, campaign,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            shell,
            arguments.GetRequiredValue(member),
            Request(arguments.GetValue(points), arguments.GetValue(expires), arguments.GetValue(reason), arguments.GetValue(sourceId)),
            arguments.GetValue(resume),
            arguments.GetValue(campaign),
            cancellationToken));
        return command;
    }

    private static AdjustBalanceRequest Request(long points, DateOnly? expires, string? reason, string? sourceId) => new()
    {
        Points = points,
        ExpirationType = expires is null ? null : PointsExpirationType.CustomDate,
        ExpirationDate = expires,
        Reason = reason,
        SourceId = sourceId,
    };

    private static async Task<int> RunAsync(
        Shell shell, string member, AdjustBalanceRequest request, bool resume, string? campaign, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var members = session.Client.V1.Members;
        var result = resume
            ? await members.ResumeAdjustmentAsync(
                member, request, campaignId: campaign, options: ResumeRequestOptions, cancellationToken: cancellationToken)
            : await members.AdjustBalanceAsync(member, request, campaign, cancellationToken: cancellationToken);
        var color = Format.ColorOf(request.Points).ToMarkup();
        shell.Out.MarkupLine(
            $"[bold]{SafeText.Markup(member)}[/]  [{color}]{Format.Signed(request.Points)}[/] points, "
            + $"balance [bold]{Format.Points(result.Balance)}[/]");
        shell.Out.MarkupLine(
            $"[dim]source_id {SafeText.Markup(result.SourceId)}{(result.Recovered ? ", found in the transactions" : "")}[/]");
        return 0;
    }
}
