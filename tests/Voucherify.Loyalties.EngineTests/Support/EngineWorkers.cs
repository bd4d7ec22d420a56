using System.Diagnostics;

namespace Voucherify.Loyalties.EngineTests.Support;

/// <summary>Two worker processes of a sample, of which none survives its test.</summary>
/// <param name="program">The program of the sample.</param>
/// <param name="settings">Returns the settings of the worker at a place, as environment variables.</param>
internal sealed class EngineWorkers(string program, Func<int, IEnumerable<KeyValuePair<string, string>>> settings) : IDisposable
{
    private readonly List<Process> _all = [];
    private readonly Process[] _places = new Process[2];

    /// <summary>Starts both.</summary>
    public void Start()
    {
        for (var place = 0; place < _places.Length; place++)
        {
            Start(place);
        }
    }

    /// <summary>Ends a worker with SIGKILL, and starts another one in its place.</summary>
    public async Task KillAsync(int place, CancellationToken cancellationToken)
    {
        _places[place].Kill();
        await _places[place].WaitForExitAsync(cancellationToken);
        Start(place);
    }

    /// <summary>Stops a worker for some time, in the middle of whatever it does.</summary>
    public async Task FreezeAsync(int place, TimeSpan time, CancellationToken cancellationToken)
    {
        PostgresPrograms.Signal(_places[place], "STOP");
        await Task.Delay(time, cancellationToken);
        PostgresPrograms.Signal(_places[place], "CONT");
    }

    /// <summary>Freezes one for long while the other one is killed, and then freezes one for a moment and kills both.</summary>
    public async Task DisturbAsync(TimeSpan longFreeze, TimeSpan shortFreeze, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(2.5);
        await Task.Delay(pause, cancellationToken);
        var freeze = FreezeAsync(0, longFreeze, cancellationToken);
        await Task.Delay(pause, cancellationToken);
        await KillAsync(1, cancellationToken);
        await Task.Delay(pause, cancellationToken);
        await KillAsync(1, cancellationToken);
        await freeze;
        await FreezeAsync(1, shortFreeze, cancellationToken);
        await KillAsync(0, cancellationToken);
        await Task.Delay(pause, cancellationToken);
        await KillAsync(1, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var process in _all)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }
    }

    // What a killed worker has written to its log is of no use, and there is much of it.
    private void Start(int place)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, program)])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings(place))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        _all.Add(_places[place] = process);
    }
}
