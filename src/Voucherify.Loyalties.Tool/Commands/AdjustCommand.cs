using System.CommandLine;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>adjust</c>: adds points to a card or removes them.</summary>
internal static class AdjustCommand
{
    /// <summary>The options of a resume, which may take longer than the reconciliation window.</summary>
    internal static readonly RequestOptions ResumeRequestOptions = new() { Timeout = TimeSpan.FromMinutes(5) };

    public static Command Create(Shell shell)
    {
        var (card, points, expires) = (new CardInputs(), Inputs.Points(), Inputs.Expires());
        var reason = new Option<string?>("--reason")
        {
            Description = "The reason, which is stored with the transaction.",
            HelpName = "reason",
        };
        var sourceId = new Option<string?>("--source-id")
        {
            Description = "Your id of this adjustment, by which it can be found again. Without it, the client generates one. With --v2, "
                + "points count once for each id, however often the command runs.",
            HelpName = "id",
        };
        var resume = new Option<bool>("--resume")
        {
            Description = "Resume an adjustment that may already have been sent: search for --source-id first, and send only if needed.",
        };
        var (dryRun, json) = (Inputs.DryRun(), Inputs.Json());
        var command = new Command("adjust", "Adds points to a card or removes them.")
        {
            card.Member, points, expires, reason, sourceId, resume, card.V2, card.Campaign, dryRun, json,
        };
        card.AddChecks(command, expires);
        command.SetAction((arguments, cancellationToken) =>
        {
            var mode = new AdjustmentMode(arguments.GetValue(resume), arguments.GetValue(dryRun), arguments.GetValue(json));
            return arguments.GetValue(card.V2) is { } ids
                ? CardAdjustment.RunAsync(
                    shell,
                    ids,
                    new()
                    {
                        Points = arguments.GetValue(points),
                        Reason = arguments.GetValue(reason),
                        SourceId = arguments.GetValue(sourceId),
                    },
                    mode,
                    cancellationToken)
                : BalanceAdjustment.RunAsync(
                    shell,
                    arguments.GetRequiredValue(card.Member)!,
                    Request(
                        arguments.GetValue(points), arguments.GetValue(expires), arguments.GetValue(reason), arguments.GetValue(sourceId)),
                    mode,
                    arguments.GetValue(card.Campaign),
                    cancellationToken);
        });
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
}
