namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>What a caller wants to do.</summary>
/// <param name="SourceId">Its id.</param>
/// <param name="Card">The card.</param>
/// <param name="Points">The change.</param>
/// <param name="StartsAt">When it is called.</param>
/// <param name="Timeout">How long the caller waits.</param>
/// <param name="CancelAfter">When the caller changes its mind, if it does.</param>
/// <param name="ResumeAfter">How long after an unknown outcome it is resumed, if the caller does so by itself.</param>
/// <param name="ResumeTimeout">How long the resume may take.</param>
/// <param name="ResumeKnowsWhen">Whether the resume says when it was sent.</param>
/// <param name="ForeignPoints">The points of somebody else's change under the same id, if there is one.</param>
internal sealed record PlannedOperation(
    string SourceId,
    string Card,
    long Points,
    TimeSpan StartsAt,
    TimeSpan Timeout,
    TimeSpan? CancelAfter,
    TimeSpan? ResumeAfter,
    TimeSpan ResumeTimeout,
    bool ResumeKnowsWhen,
    long? ForeignPoints);
