using System.CommandLine;
using System.Globalization;
using LoyaltyConsole.Chaos;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Commands;

/// <summary><c>chaos</c>: makes the same adjustments with a naive client and with this package, on a sandbox that fails.</summary>
internal static class ChaosCommand
{
    private const int NotExact = 1;
    private const string Naive = "Refit + Polly";
    private const string Ours = "This package";

    public static Command Create(Shell shell)
    {
        var adjustments = Inputs.Number(
            "--adjustments", "The number of adjustments that each client makes.", defaultValue: 2000, min: 1, max: 100_000);
        var seed = Inputs.Number(
            "--seed",
            "The seed of the faults. They also depend on the order in which requests arrive.",
            defaultValue: 1,
            min: 0,
            max: int.MaxValue);
        var cards = Inputs.Number("--cards", "The number of cards.", defaultValue: 50, min: 1, max: 10_000);
        var v2 = new Option<bool>("--v2") { Description = "Use version 2 of the API, with a member for each card." };
        var command = new Command(
            "chaos", "Compares this package with Refit and three retries on a sandbox that loses requests and responses.")
        {
            adjustments, seed, cards, v2,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            shell.Out,
            new ChaosPlan(arguments.GetValue(adjustments), arguments.GetValue(seed), arguments.GetValue(cards))
            {
                IsV2 = arguments.GetValue(v2),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, ChaosPlan plan, CancellationToken cancellationToken)
    {
        Announce(console, plan);
        LoyaltyChaosClient? client = null;
        var (naive, ours) = await console.Progress().StartAsync(async progress => (
            await RunAsync(progress, Naive, plan, static sandbox => new NaiveClient(sandbox), cancellationToken),
            await RunAsync(
                progress,
                Ours,
                plan with { Severity = ChaosPlan.Handicap },
                sandbox => client = new LoyaltyChaosClient(sandbox),
                cancellationToken)));
        console.Write(ChaosTable.Of(naive, ours));
        console.MarkupLine(
            $"[dim]Adjustments resumed after an unknown outcome: {Format.Points(client!.Resumes)}.[/]");
        var isExact = ours.IsExact(plan);
        console.MarkupLine(isExact
            ? "[green]This package applied every adjustment exactly once.[/]"
            : "[red]This package did not apply every adjustment exactly once.[/]");
        return isExact ? 0 : NotExact;
    }

    private static async Task<ChaosResult> RunAsync(
        ProgressContext progress,
        string name,
        ChaosPlan plan,
        Func<LoyaltySandbox, IChaosClient> create,
        CancellationToken cancellationToken)
    {
        var task = progress.AddTask(name, maxValue: plan.Adjustments);
        try
        {
            return await ChaosRun.RunAsync(plan, create, () => task.Increment(1), cancellationToken);
        }
        catch (OperationCanceledException stopped)
        {
            throw new StoppedException(
                $"{name} had made {Format.Points((long)task.Value)} of {Format.Points(plan.Adjustments)} adjustments on a sandbox that is "
                    + $"gone now.{(name == Naive ? $" {Ours} had made none." : $" {Naive} had made all.")}",
                stopped);
        }
    }

    private static void Announce(IAnsiConsole console, ChaosPlan plan)
    {
        console.MarkupLine(
            $"[bold]{Format.Points(plan.Adjustments)}[/] adjustments of {ChaosPlan.Points} points on {Format.Points(plan.Cards)} cards, "
            + $"{ChaosPlan.Callers} at a time, seed {plan.Seed}, version {(plan.IsV2 ? 2 : 1)}.");
        console.MarkupLine(
            $"{ChaosPlan.FailuresAfterEffect * 100:0} % of all requests fail after they take effect, and "
            + $"{ChaosPlan.FailuresBeforeEffect * 100:0} % fail before. This package faces "
            + $"{ChaosPlan.Handicap.ToString(CultureInfo.InvariantCulture)} times those rates. Each client has its own sandbox.");
        console.MarkupLine(
            "[dim]The sandbox applies adjustments at once, so this package searches for a lost one for "
            + $"{LoyaltyChaosClient.Window.TotalMilliseconds:0} ms instead of minutes.[/]");
    }
}
