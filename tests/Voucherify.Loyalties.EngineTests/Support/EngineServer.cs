using System.Diagnostics;

namespace Voucherify.Loyalties.EngineTests.Support;

/// <summary>The server of an engine on a free port, with a temporary folder. It ends with the test.</summary>
internal sealed class EngineServer : IDisposable
{
    private readonly DirectoryInfo _folder = ServerPrograms.NewFolder();
    private readonly Process _process;

    /// <summary>Starts a server.</summary>
    /// <param name="program">The program, which has the name of its package.</param>
    /// <param name="argumentsOf">Returns the arguments for a port and a folder.</param>
    public EngineServer(string program, Func<string, string, string[]> argumentsOf) => _process = ServerPrograms.Start(
        ServerPrograms.Find(program, program), argumentsOf($"{Port}", _folder.FullName));

    public int Port { get; } = ServerPrograms.FreePort();

    public bool HasExited => _process.HasExited;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
