using System.CommandLine;
using LoyaltyConsole.Tour;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Commands;

/// <summary><c>tour</c>: runs a whole loyalty program on a sandbox.</summary>
internal static class TourCommand
{
    private static readonly TimeSpan JobTime = TimeSpan.FromMilliseconds(200);

    public static Command Create(Shell shell)
    {
        var v1 = new Option<bool>("--v1")
        {
            Description = "Tours version 1 instead: create, enrol, earn, transfer, redeem, list the activity, export.",
        };
        var command = new Command(
            "tour",
            "Runs a whole loyalty program of version 2 on a sandbox: create, join, earn, a lost response, pay, buy, refund, rise, expire.")
        {
            v1,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(shell.Out, parsed.GetValue(v1), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, bool isV1, CancellationToken cancellationToken)
    {
        var clock = new TourClock();
        await using var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = clock, JobTime = JobTime });
        using var handler = sandbox.CreateHandler();
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), handler);
        var steps = isV1
            ? new Tour.V1.TourWalk(console, sandbox, client, cancellationToken).Steps
            : new Tour.V2.TourWalk(console, sandbox, clock, client, cancellationToken).Steps;

        console.MarkupLine(
            isV1
                ? "[dim]A sandbox in this process. Everything except the paid orders goes through the SDK.[/]"
                : "[dim]A sandbox in this process, empty at first. Everything goes through the SDK.[/]");
        for (var index = 0; index < steps.Count; index++)
        {
            console.WriteLine();
            console.MarkupLine($"[bold underline]{index + 1}. {SafeText.Markup(steps[index].Title)}[/]");
            await steps[index].RunAsync();
        }

        return 0;
    }
}
