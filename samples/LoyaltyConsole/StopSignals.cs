using System.Runtime.InteropServices;

namespace LoyaltyConsole;

/// <summary>Ctrl+C and SIGTERM as a token. A second signal ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, static registration => registration.Dispose());
        _source.Dispose();
    }

    // What the token stops runs on another thread: this one has to return for the signal to count as handled.
    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _ = _source.CancelAsync();
    }
}
