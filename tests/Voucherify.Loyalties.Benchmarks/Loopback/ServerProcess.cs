using System.Diagnostics;
using System.Globalization;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>The server, as seen by the process that started it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var process = ThisProgram.Start("serve");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, new Uri(address));
    }

    /// <summary>How many connections there have been, the one of this question included, which is always the same.</summary>
    public async Task<int> CountConnectionsAsync() =>
        int.Parse(await _http.GetStringAsync(new Uri(Address, Server.ConnectionsPath)), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
