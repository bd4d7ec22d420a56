using LoyaltyConsole.Demo;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole;

/// <summary>The Voucherify that a command works on: a project, or a sandbox that lives as long as the command.</summary>
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

    /// <summary>Opens what the environment asks for, and says which it is.</summary>
    /// <exception cref="UsageException">The environment names a project by half.</exception>
    public static async Task<Session> OpenAsync(Shell shell, CancellationToken cancellationToken)
    {
        if (ProjectSettings.Read(shell.Variable) is { } options)
        {
            Say(shell, $"Project of {ProjectSettings.AppId} on {options.Cluster.ApiAddress.GetLeftPart(UriPartial.Authority)}");
            return new Session(new LoyaltyClient(options), sandbox: null);
        }

        Say(shell, "Sandbox in this process, with the cards of the demo; changes end with the command.");
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
        var sandbox = LoyaltySandbox.Create();
        await DemoProgram.PlayAsync(sandbox, cancellationToken);
        return new Session(new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler()), sandbox);
    }

    private static void Say(Shell shell, string text) => shell.Out.MarkupLine($"[dim]{SafeText.Markup(text)}[/]");
}
