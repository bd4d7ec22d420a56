using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>Loggers and listeners that throw must not change the outcome of a call.</summary>
[Collection(nameof(RunsAlone))]
public sealed class FailingObserverTests
{
    [Fact]
    public async Task A_logger_that_throws_does_not_hide_the_outcome()
    {
        using var loggers = new FailingLoggers();
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = loggers);

        Assert.True((await rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseResponse]))).Recovered);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-2", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromSeconds(20))));

        Assert.True(loggers.Failures > 2);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task Listeners_that_throw_do_not_change_the_outcome_or_block_the_card()
    {
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => Enable(instrument, listener) };
        meters.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new InvalidOperationException("The measurement was lost."));
        meters.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new InvalidOperationException("The measurement was lost."));
        meters.Start();
        using var spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == LoyaltyTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static _ => throw new InvalidOperationException("The span was lost."),
        };
        ActivitySource.AddActivityListener(spans);
        using var rig = new SandboxRig();

        Assert.Equal(1100, (await rig.Run(rig.AdjustAsync("order-1"))).Balance);
        Assert.True((await rig.Run(rig.AdjustAsync("order-2", faults: [SandboxFault.LoseResponse]))).Recovered);
        Assert.Equal(1300, (await rig.Run(rig.AdjustAsync("order-3"))).Balance);
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == LoyaltyTelemetry.MeterName && !instrument.IsObservable)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private sealed class FailingLoggers : ILoggerFactory, ILogger
    {
        public int Failures { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This factory has one log.");

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Failures++;
            throw new InvalidOperationException("The disk is full.");
        }

        public void Dispose()
        {
        }
    }
}
