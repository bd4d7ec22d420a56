using System.CommandLine;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Commands;

/// <summary><c>verify-marker</c>: tests whether a project keeps the marker of adjustments of version 2.</summary>
internal static class VerifyMarkerCommand
{
    public static Command Create(Shell shell)
    {
        var card = Inputs.V2Card();
        card.Description = "The ids of the card of a test member. The test adds a point to it and removes the point again.";
        card.Required = true;
        var command = new Command(
            "verify-marker", "Tests whether version 2 keeps the marker by which the client finds a lost adjustment.")
        {
            card,
        };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(shell, arguments.GetRequiredValue(card)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, CardIds ids, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(shell, cancellationToken);
        var report = await session.Client.V2.Cards.VerifyMarkerAsync(
            ids.Program, ids.Member, ids.Card, cancellationToken: cancellationToken);
        shell.Out.Write(MarkerTable.Of(report));
        shell.Out.WriteLine(Finding(report.State));
        shell.Out.MarkupLine(report.CanTrustMarker
            ? "[green]Reconciliation.TrustMarker can be set.[/]"
            : "[yellow]Reconciliation.TrustMarker must not be set.[/]");
        return 0;
    }

    private static string Finding(MarkerState state) => state switch
    {
        MarkerState.Kept => "The service keeps the reason as it was sent.",
        MarkerState.Altered => "The service alters the reason, but the client still recognizes the marker.",
        _ => "The service does not keep the marker, so a lost adjustment is never recognized.",
    };
}
