namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>What the client has said later about a call whose outcome was unknown.</summary>
/// <param name="call">The call.</param>
internal sealed class Verdict(ClientCall call)
{
    public ClientCall Call { get; } = call;

    /// <summary>What the client has said; null if the caller cancelled.</summary>
    public WriteOutcomeKind? Kind { get; set; }

    /// <summary>The balance of an adjustment that was found in the transactions.</summary>
    public long? Balance { get; set; }

    /// <summary>When it was said.</summary>
    public TimeSpan At { get; set; }

    /// <summary>How many requests of the operation had been sent by then.</summary>
    public int Sends { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>Cancels the wait. It has no timer.</summary>
    public CancellationTokenSource Source { get; } = new();

    /// <summary>Completes when the wait has ended and was recorded.</summary>
    public Task? Task { get; set; }
}
