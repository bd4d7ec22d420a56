using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Sandbox.Tool.Data;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>The command of the tool: it serves a sandbox until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>The environment variable with the token of the control API.</summary>
    public const string TokenVariable = "VOUCHERIFY_SANDBOX_TOKEN";

    private const int LeastTokenLength = 16;
    private const int GeneratedTokenLength = 32;

    private const string Description =
        "A stateful Voucherify on this machine, for tests in any language. It serves both versions of the loyalty API, and a control API "
        + "under /_sandbox. Nothing leaves this machine. Ctrl+C stops it.";

    public static RootCommand Create(Terminal terminal)
    {
        var inputs = new ServeInputs();
        var root = new RootCommand(Description)
        {
            inputs.Port, inputs.Host, inputs.Seed, inputs.Clock, inputs.ApplyLag, inputs.Faults, inputs.Data, inputs.AllowedHosts,
        };
        root.SetAction((arguments, cancellationToken) => RunAsync(terminal, inputs, arguments, cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, ServeInputs inputs, ParseResult arguments, CancellationToken cancellationToken)
    {
        var address = arguments.GetRequiredValue(inputs.Host);
        var ownToken = IPAddress.IsLoopback(address) ? null : ReadToken(terminal);
        var served = new ServedOptions
        {
            Address = address,
            Seed = await ReadSeedAsync(arguments.GetValue(inputs.Seed), cancellationToken),
            ControlToken = IPAddress.IsLoopback(address)
                ? null
                : ownToken ?? RandomNumberGenerator.GetHexString(GeneratedTokenLength, lowercase: true),
            DataFile = arguments.GetValue(inputs.Data),
            AllowedHosts = arguments.GetRequiredValue(inputs.AllowedHosts),
        };
        await using var sandbox = await StartAsync(
            OptionsOf(inputs, arguments), served, arguments.GetValue(inputs.Seed), cancellationToken);
        await Announcement.WriteAsync(terminal.Out, sandbox, ownToken is null ? served.ControlToken : null);

        // A cancellation is the normal end.
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await terminal.Out.WriteLineAsync("Stopped.");
        return 0;
    }

    private static LoyaltySandboxOptions OptionsOf(ServeInputs inputs, ParseResult arguments) => new()
    {
        Port = arguments.GetValue(inputs.Port),
        TimeProvider = new ReplayClock(
            arguments.GetValue(inputs.Clock) is { } instant ? new StandingClock(instant) : TimeProvider.System),
        ApplyLag = TimeSpan.FromSeconds(arguments.GetValue(inputs.ApplyLag)),
        Faults = FaultsOf(arguments.GetRequiredValue(inputs.Faults)),
    };

    private static SandboxFaults FaultsOf(IEnumerable<KeyValuePair<SandboxFault, double>> probabilities)
    {
        var faults = new SandboxFaults();
        foreach (var (fault, probability) in probabilities)
        {
            FaultProbabilities.Set(faults, fault, probability, static problem => new UsageException(problem));
        }

        return faults;
    }

    private static async Task<ServedSandbox> StartAsync(
        LoyaltySandboxOptions options, ServedOptions served, string? seedFile, CancellationToken cancellationToken)
    {
        try
        {
            return await ServedSandbox.StartAsync(options, served, cancellationToken);
        }
        catch (SandboxSeedException problem)
        {
            throw new UsageException($"{seedFile}: {problem.Message}");
        }
    }

    private static async Task<string?> ReadSeedAsync(string? file, CancellationToken cancellationToken) => file is null ? null
        : File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken)
        : throw new UsageException($"There is no file '{file}'.");

    private static string? ReadToken(Terminal terminal) => terminal.Variable(TokenVariable) switch
    {
        null or "" => null,
        { Length: >= LeastTokenLength } token => token,
        _ => throw new UsageException($"{TokenVariable} must have at least {LeastTokenLength} characters."),
    };
}
