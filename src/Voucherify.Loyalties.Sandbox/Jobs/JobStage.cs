namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>How far a background job is. It waits for the first half of its time and runs for the second half (assumed).</summary>
internal enum JobStage
{
    Waiting,
    Running,
    Done,
}
