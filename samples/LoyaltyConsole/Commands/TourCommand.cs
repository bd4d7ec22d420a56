using System.CommandLine;
using LoyaltyConsole.Rendering;
using LoyaltyConsole.Tour;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Commands;

/// <summary><c>tour</c>: runs a whole loyalty program on a sandbox, from its creation to the export of its transactions.</summary>
internal static class TourCommand
{
    private static readonly TimeSpan JobTime = TimeSpan.FromMilliseconds(200);

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "tour", "Runs a whole loyalty program on a sandbox: create, enrol, earn, transfer, redeem, list the activity, export.");
        command.SetAction((_, cancellationToken) => RunAsync(shell.Out, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        await using var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = new TourClock(), JobTime = JobTime });
        using var handler = sandbox.CreateHandler();
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), handler);
        var walk = new TourWalk(console, sandbox, client, cancellationToken);
        (string Title, Func<Task> RunAsync)[] steps =
        [
            ("A program with earning rules and tiers", walk.CreateProgramAsync),
            ("Members", walk.EnrolAsync),
            ("Paid orders earn points, and points decide the tier", walk.EarnAsync),
            ("A transfer", walk.TransferAsync),
            ("A reward", walk.RedeemAsync),
            ("Recent activity of anna, newest first", walk.ListActivityAsync),
            ("An export of all transactions", walk.ExportAsync),
        ];

        console.MarkupLine("[dim]A sandbox in this process. Everything except the paid orders goes through the SDK.[/]");
        for (var index = 0; index < steps.Length; index++)
        {
            console.WriteLine();
            console.MarkupLine($"[bold underline]{index + 1}. {SafeText.Markup(steps[index].Title)}[/]");
            await steps[index].RunAsync();
        }

        return 0;
    }
}
