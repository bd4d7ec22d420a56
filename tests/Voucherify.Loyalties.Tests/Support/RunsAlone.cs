namespace Voucherify.Loyalties.Tests.Support;

/// <summary>
/// Tests that listen to what all clients of the process tell, or that count what one thread allocates: nothing else may run beside them.
/// </summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
