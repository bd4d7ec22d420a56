using LoyaltyConsole.Demo;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole;

/// <summary>The client of a command. It works on a project, or on a sandbox that lives as long as the command.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly LoyaltySandbox? _sandbox;
    private readonly LoyaltyClient _client;

    private Session(LoyaltyClient client, LoyaltySandbox? sandbox)
    {
        _client = client;
        _sandbox = sandbox;
    }

    public ILoyaltyClient Client => _client;

    /// <summary>Opens the project that the environment variables name, or a sandbox, and announces which.</summary>
    /// <exception cref="UsageException">The environment variables of the project are incomplete or invalid.</exception>
    public static async Task<Session> OpenAsync(Shell shell, CancellationToken cancellationToken)
    {
        if (ProjectSettings.Read(shell.Variable) is { } options)
        {
            Announce(shell, $"The project of {ProjectSettings.AppId} on {options.Cluster.ApiAddress.GetLeftPart(UriPartial.Authority)}");
            return new Session(new LoyaltyClient(options), sandbox: null);
        }

        Announce(shell, "A sandbox in this process, with the cards of the demo. Changes are lost when the command ends.");
        return await OpenSandboxAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    private static async Task<Session> OpenSandboxAsync(CancellationToken cancellationToken)
    {
        var clock = new DemoClock();
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = clock });
        await DemoProgram.PlayAsync(sandbox, clock, cancellationToken);
        return new Session(new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler()), sandbox);
    }

    private static void Announce(Shell shell, string message) => shell.Out.MarkupLine($"[dim]{SafeText.Markup(message)}[/]");
}
