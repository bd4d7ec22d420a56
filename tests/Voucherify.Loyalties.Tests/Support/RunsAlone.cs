namespace Voucherify.Loyalties.Tests.Support;

/// <summary>
/// Tests that listen to the telemetry of the whole process. No other test runs beside them.
/// </summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
