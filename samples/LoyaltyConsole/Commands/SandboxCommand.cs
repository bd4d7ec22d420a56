using System.CommandLine;
using LoyaltyConsole.Demo;
using Spectre.Console;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Commands;

/// <summary><c>sandbox</c>: serves a sandbox to other programs.</summary>
internal static class SandboxCommand
{
    public static Command Create(Shell shell)
    {
        var port = Inputs.Number("--port", "The port on this machine, or 0 for a free one.", defaultValue: 0, min: 0, ushort.MaxValue);
        var command = new Command("sandbox", "Serves a sandbox for other commands and programs on this machine, until Ctrl+C.")
        {
            port,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(shell, arguments.GetValue(port), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, int port, CancellationToken cancellationToken)
    {
        var clock = new DemoClock();
        await using var sandbox = await LoyaltySandbox.StartAsync(
            new LoyaltySandboxOptions { Port = port, TimeProvider = clock }, cancellationToken);
        await DemoProgram.PlayAsync(sandbox, clock, cancellationToken);
        Announce(shell.Out, sandbox.BaseAddress);

        // A cancellation is the normal end of this command.
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        shell.Out.WriteLine("Stopped.");
        return 0;
    }

    private static void Announce(IAnsiConsole console, Uri address)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        console.MarkupLine(
            $"The sandbox runs on [bold]{host}[/] with the cards {string.Join(", ", DemoProgram.Cards)}. Press Ctrl+C to stop it.");
        console.MarkupLine("[dim]It keeps everything in memory, and nothing leaves this machine. To use it, run in another terminal:[/]");
        console.WriteLine();
        WriteVariable(console, ProjectSettings.AppId, LoyaltySandboxOptions.DefaultAppId);
        WriteVariable(console, ProjectSettings.AppToken, LoyaltySandboxOptions.DefaultAppToken);
        WriteVariable(console, ProjectSettings.Cluster, host);
        console.MarkupLine("  dotnet run --project samples/LoyaltyConsole -- adjust ANNA 100");
        console.WriteLine();
        console.MarkupLine("[dim]A card of version 2:[/]");
        console.WriteLine($"  --v2 {DemoProgram.CardIds}");
        console.WriteLine();
    }

    private static void WriteVariable(IAnsiConsole console, string name, string value) =>
        console.MarkupLine(OperatingSystem.IsWindows() ? $"  $env:{name} = \"{value}\"" : $"  export {name}={value}");
}
