using System.Diagnostics;

namespace Voucherify.Loyalties.EngineTests.Support;

/// <summary>Two worker processes of a sample. Each that ends is started again, and none survives its test.</summary>
/// <param name="program">The program of the sample.</param>
/// <param name="settings">Returns the settings of the worker at a place, as environment variables.</param>
internal sealed class EngineWorkers(string program, Func<int, IEnumerable<KeyValuePair<string, string>>> settings) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Process> _all = [];
    private readonly Process[] _places = new Process[2];
    private bool _isOver;

    /// <summary>Starts both.</summary>
    public void Start()
    {
        for (var place = 0; place < _places.Length; place++)
        {
            Start(place);
        }
    }

    /// <summary>Ends a worker with SIGKILL.</summary>
    public async Task KillAsync(int place, CancellationToken cancellationToken)
    {
        var process = _places[place];
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Stops a worker for some time, in the middle of whatever it does.</summary>
    public async Task FreezeAsync(int place, TimeSpan time, CancellationToken cancellationToken)
    {
        var process = _places[place];
        ServerPrograms.Signal(process, "STOP");
        await Task.Delay(time, cancellationToken);
        ServerPrograms.Signal(process, "CONT");
    }

    /// <summary>Freezes one for long while the other one is killed, and then freezes one for a moment and kills both.</summary>
    /// <param name="pause">The time between two disturbances.</param>
    /// <param name="longFreeze">The time after which another worker has taken over.</param>
    /// <param name="shortFreeze">The time after which a request is no longer sent.</param>
    /// <param name="cancellationToken">The token of the test.</param>
    public async Task DisturbAsync(TimeSpan pause, TimeSpan longFreeze, TimeSpan shortFreeze, CancellationToken cancellationToken)
    {
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

    /// <summary>Kills one after the other, and takes from the next one what it knows, until an item has two effects.</summary>
    public async Task KillUntilDoubledAsync(EngineService service, Func<Task> forgetClaimsAsync, CancellationToken cancellationToken)
    {
        for (var place = 0; service.Doubled == 0; place = 1 - place)
        {
            await service.WaitForEffectsAsync(20, cancellationToken);
            await KillAsync(place, cancellationToken);
            await forgetClaimsAsync();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

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

        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            var process = new Process { StartInfo = start, EnableRaisingEvents = true };
            process.Exited += (_, _) => Start(place);
            process.Start();
            process.BeginOutputReadLine();
            _all.Add(_places[place] = process);
        }
    }
}
