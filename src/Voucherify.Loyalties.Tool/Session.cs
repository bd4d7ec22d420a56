using Spectre.Console;
using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Tool.Rendering;

namespace Voucherify.Loyalties.Tool;

/// <summary>The client of a command.</summary>
/// <param name="client">The client.</param>
/// <param name="service">What lives as long as the command, such as a sandbox; or null.</param>
/// <param name="description">What the client works on, for the user.</param>
internal sealed class Session(LoyaltyClient client, IAsyncDisposable? service, string description) : IAsyncDisposable
{
    public ILoyaltyClient Client => client;

    /// <summary>Opens the project that the environment variables name, and announces it unless the output is for a program.</summary>
    /// <exception cref="UsageException">The environment variables of the project are missing, incomplete or invalid.</exception>
    public static async Task<Session> OpenAsync(Shell shell, bool isJson, CancellationToken cancellationToken)
    {
        var session = ProjectSettings.Read(shell.Variable) is { } options ? OfProject(options)
            : shell.OpenWithoutProject is { } open ? await open(cancellationToken)
            : throw ProjectSettings.Missing();
        if (!isJson)
        {
            shell.Out.MarkupLine($"[dim]{SafeText.Markup(session.Description)}[/]");
        }

        return session;
    }

    private string Description => description;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }
    }

    private static Session OfProject(LoyaltyClientOptions options) => new(
        new LoyaltyClient(options),
        service: null,
        $"The project of {ProjectSettings.AppId} on {options.Cluster.ApiAddress.GetLeftPart(UriPartial.Authority)}");
}
