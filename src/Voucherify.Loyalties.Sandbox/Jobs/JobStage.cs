namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>How far work in the background is: it waits for half of its time and runs for the other (A).</summary>
internal enum JobStage
{
    Waiting,
    Running,
    Done,
}
