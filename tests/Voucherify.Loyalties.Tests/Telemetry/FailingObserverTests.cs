using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>Loggers and listeners that throw must not change the outcome of a call.</summary>
[Collection(nameof(RunsAlone))]
public sealed class FailingObserverTests
{
    [Theory]
    [InlineData(nameof(ILogger.Log))]
    [InlineData(nameof(ILogger.IsEnabled))]
    public async Task A_logger_that_throws_does_not_hide_the_outcome(string member)
    {
        using var loggers = new FailingLoggers(member);
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = loggers);

        Assert.True((await rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseResponse]))).Recovered);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-2", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromSeconds(20))));

        Assert.True(loggers.Failures > 2);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public void No_member_of_the_clients_log_throws()
    {
        using var loggers = new FailingLoggers(nameof(ILogger.BeginScope));
        using var closing = new FailingLoggers(nameof(IDisposable.Dispose));

        Assert.Null(new NonThrowingLogger(loggers).BeginScope("order-1"));
        using (Assert.IsAssignableFrom<IDisposable>(new NonThrowingLogger(closing).BeginScope("order-1")))
        {
            Assert.True(new NonThrowingLogger(closing).IsEnabled(LogLevel.Error));
        }

        Assert.Equal((1, 1), (loggers.Failures, closing.Failures));
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

    private sealed class FailingLoggers(string failing) : ILoggerFactory, ILogger
    {
        public int Failures { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This factory has one log.");

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            FailIf(nameof(ILogger.BeginScope));
            return new Scope(this);
        }

        public bool IsEnabled(LogLevel logLevel)
        {
            FailIf(nameof(ILogger.IsEnabled));
            return true;
        }

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            FailIf(nameof(ILogger.Log));

        public void Dispose()
        {
        }

        private void FailIf(string member)
        {
            if (member == failing)
            {
                Failures++;
                throw new InvalidOperationException("The disk is full.");
            }
        }

        private sealed class Scope(FailingLoggers loggers) : IDisposable
        {
            public void Dispose() => loggers.FailIf(nameof(IDisposable.Dispose));
        }
    }
}
