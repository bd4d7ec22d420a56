using System.CommandLine;
using Spectre.Console;
using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.Tool.Rendering;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary><c>verify-marker</c>: tests whether a project keeps the marker of adjustments of version 2.</summary>
internal static class VerifyMarkerCommand
{
    public static Command Create(Shell shell)
    {
        var card = Inputs.V2Card();
        card.Description = "The ids of the card of a test member. The test adds a point to it and removes the point again.";
        card.Required = true;
        var (json, dryRun) = (Inputs.Json(), Inputs.DryRun());
        var command = new Command(
            "verify-marker", "Tests whether version 2 keeps the marker by which the client finds a lost adjustment.")
        {
            card, dryRun, json,
        };
        command.SetAction((arguments, cancellationToken) =>
        {
            var (ids, isJson) = (arguments.GetRequiredValue(card)!, arguments.GetValue(json));
            return arguments.GetValue(dryRun)
                ? PlanAsync(shell, ids, isJson, cancellationToken)
                : RunAsync(shell, ids, isJson, cancellationToken);
        });
        return command;
    }

    // Reads the member, so that a wrong id is found without moving a point.
    private static async Task<int> PlanAsync(Shell shell, CardIds ids, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        await session.Client.V2.Members.GetMemberAsync(ids.Program, ids.Member, cancellationToken: cancellationToken);
        if (isJson)
        {
            ToolJson.Write(shell.Out, new MarkerOutput { DryRun = true }, ToolJson.Default.MarkerOutput);
        }
        else
        {
            shell.Out.MarkupLine($"Would add a point to {SafeText.Markup(ids.Card.Value)} and remove it again. Nothing was sent.");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, bool isJson, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var report = await session.Client.V2.Cards.VerifyMarkerAsync(
            ids.Program, ids.Member, ids.Card, cancellationToken: cancellationToken);
        if (isJson)
        {
            ToolJson.Write(shell.Out, OutputOf(report), ToolJson.Default.MarkerOutput);
            return ExitCodes.Done;
        }

        shell.Out.Write(FittedTable.OfDetails(MarkerTable.Of(report), shell.Out));
        shell.Out.WriteLine(Finding(report.State));
        shell.Out.MarkupLine(report.CanTrustMarker
            ? "[green]Reconciliation.TrustMarker can be set.[/]"
            : "[yellow]Reconciliation.TrustMarker must not be set.[/]");
        return ExitCodes.Done;
    }

    private static MarkerOutput OutputOf(MarkerReport report) => new()
    {
        State = Format.Name(report.State),
        CanTrustMarker = report.CanTrustMarker,
        Sent = report.Sent,
        Listed = report.Listed,
        ListedAfterSeconds = report.ListedAfter.TotalSeconds,
        ApprovedAfterSeconds = report.ApprovedAfter.TotalSeconds,
    };

    private static string Finding(MarkerState state) => state switch
    {
        MarkerState.Kept => "The service keeps the reason as it was sent.",
        MarkerState.Altered => "The service alters the reason, but the client still recognizes the marker.",
        _ => "The service does not keep the marker, so a lost adjustment is never recognized.",
    };
}
