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
        var port = Inputs.Number("--port", "The port on this machine; 0 takes a free one.", byDefault: 0, least: 0, ushort.MaxValue);
        var command = new Command(
            "sandbox", "Serves the sandbox on this machine until Ctrl+C, for the other commands and your own programs.") { port };
        command.SetAction((arguments, cancellationToken) => RunAsync(shell, arguments.GetValue(port), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, int port, CancellationToken cancellationToken)
    {
        await using var sandbox = await LoyaltySandbox.StartAsync(new LoyaltySandboxOptions { Port = port }, cancellationToken);
        await DemoProgram.PlayAsync(sandbox, cancellationToken);
        Introduce(shell.Out, sandbox.BaseAddress);

        // Being stopped is how this command ends well.
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        shell.Out.WriteLine("Stopped.");
        return 0;
    }

    private static void Introduce(IAnsiConsole console, Uri address)
    {
        console.MarkupLine($"Sandbox on [bold]{address.GetLeftPart(UriPartial.Authority)}[/] with the cards {string.Join(", ", DemoProgram.Cards)}. Ctrl+C stops it.");
        console.MarkupLine("[dim]It keeps everything in memory, and nothing leaves this machine. In another terminal:[/]");
        console.WriteLine();
        Set(console, ProjectSettings.AppId, LoyaltySandboxOptions.DefaultAppId);
        Set(console, ProjectSettings.AppToken, LoyaltySandboxOptions.DefaultAppToken);
        Set(console, ProjectSettings.Cluster, address.GetLeftPart(UriPartial.Authority));
        console.MarkupLine("  dotnet run --project samples/LoyaltyConsole -- adjust ANNA 100");
        console.WriteLine();
    }

    private static void Set(IAnsiConsole console, string name, string value) =>
        console.MarkupLine(OperatingSystem.IsWindows() ? $"  $env:{name} = \"{value}\"" : $"  export {name}={value}");
}
