using System.CommandLine;
using System.Globalization;
using LoyaltyConsole.Chaos;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Commands;

/// <summary><c>chaos</c>: the same adjustments through a naive client and through this package, while the sandbox misbehaves.</summary>
internal static class ChaosCommand
{
    private const int NotExact = 1;

    public static Command Create(Shell shell)
    {
        var adjustments = Inputs.Number(
            "--adjustments", "How many adjustments each client makes.", byDefault: 2000, least: 1, most: 100_000);
        var seed = Inputs.Number(
            "--seed", "The faults follow from this number and the order in which requests arrive.", byDefault: 1, least: 0, int.MaxValue);
        var cards = Inputs.Number("--cards", "Over how many cards they are spread.", byDefault: 50, least: 1, most: 10_000);
        var command = new Command("chaos", "Compares this package with Refit and three retries while a sandbox loses requests and answers.")
        {
            adjustments, seed, cards,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            shell.Out,
            new ChaosPlan(arguments.GetValue(adjustments), arguments.GetValue(seed), arguments.GetValue(cards)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, ChaosPlan plan, CancellationToken cancellationToken)
    {
        Introduce(console, plan);
        LoyaltyChaosClient? client = null;
        var (naive, ours) = await console.Progress().StartAsync(async progress => (
            await RunAsync(progress, "Refit + Polly", plan, static sandbox => new NaiveClient(sandbox), cancellationToken),
            await RunAsync(
                progress,
                "This package",
                plan with { Severity = ChaosPlan.Handicap },
                sandbox => client = new LoyaltyChaosClient(sandbox),
                cancellationToken)));
        console.Write(ChaosTable.Of(naive, ours));
        console.MarkupLine(
            $"[dim]Resumed after an unknown outcome: {Format.Points(client!.Resumes)}. What is left unknown counts as a loss.[/]");
        var isExact = ours.IsExact(plan);
        console.MarkupLine(isExact
            ? "[green]This package: every adjustment counted exactly once.[/]"
            : "[red]This package: not every adjustment counted exactly once.[/]");
        return isExact ? 0 : NotExact;
    }

    private static Task<ChaosResult> RunAsync(
        ProgressContext progress,
        string name,
        ChaosPlan plan,
        Func<LoyaltySandbox, IChaosClient> create,
        CancellationToken cancellationToken)
    {
        var task = progress.AddTask(name, maxValue: plan.Adjustments);
        return ChaosRun.RunAsync(plan, create, () => task.Increment(1), cancellationToken);
    }

    private static void Introduce(IAnsiConsole console, ChaosPlan plan)
    {
        console.MarkupLine(
            $"[bold]{Format.Points(plan.Adjustments)}[/] adjustments of {ChaosPlan.Points} points on {Format.Points(plan.Cards)} cards, {ChaosPlan.Callers} at a time, seed {plan.Seed}.");
        console.MarkupLine(
            $"Of all requests {ChaosPlan.AfterTheEffect * 100:0} % fail after their effect and {ChaosPlan.BeforeTheEffect * 100:0} % before it; for this package {ChaosPlan.Handicap.ToString(CultureInfo.InvariantCulture)} times as many. Each client has a sandbox of its own.");
        console.MarkupLine(
            $"[dim]The sandbox applies at once, so this package looks for a lost adjustment for {LoyaltyChaosClient.Window.TotalMilliseconds:0} ms instead of minutes.[/]");
    }
}
