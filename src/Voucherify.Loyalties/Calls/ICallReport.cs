namespace Voucherify.Loyalties.Calls;

/// <summary>What telemetry reports about a call that has ended.</summary>
internal interface ICallReport
{
    /// <summary>How many requests were sent.</summary>
    int Attempts { get; }

    /// <summary>The status of the last response; 0 when there was none.</summary>
    int Status { get; }

    /// <summary>Whether the response was lost and the effect was found by a lookup.</summary>
    bool WasFound { get; }
}
