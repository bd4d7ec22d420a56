using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.Threads.V2;

/// <summary>An adjustment of version 2.</summary>
/// <param name="sourceId">The id of its calls.</param>
/// <param name="isOnce">Whether they credit once.</param>
internal sealed class PointsOperation(string sourceId, bool isOnce) : WatchedOperation(sourceId, isOnce)
{
    /// <summary>The number of the member.</summary>
    public required int Member { get; init; }

    public required long Points { get; init; }

    /// <summary>Whether its first call, a plain one, returns when the service has recorded it.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The transaction that an unknown outcome has named.</summary>
    public string? TransactionId { get; private set; }

    /// <summary>Records what a call has learned.</summary>
    /// <param name="outcome">What the client reported.</param>
    /// <param name="transactionId">The transaction that it named, if it did.</param>
    /// <param name="decides">Whether this is the last word on all calls.</param>
    /// <param name="at">When it ended, by the clock.</param>
    public void End(Reported outcome, string? transactionId, bool decides, TimeSpan at)
    {
        lock (Gate)
        {
            WasUnknown |= outcome == Reported.Unknown;
            TransactionId = transactionId ?? TransactionId;
            Known = (IsOnce, Known, outcome) switch
            {
                (false, _, _) => outcome,
                (_, Reported.Applied, _) or (_, _, Reported.Applied) => Reported.Applied,

                // That one call was refused says nothing about what another one has sent.
                (_, _, Reported.NotApplied) when WasUnknown && !decides => Reported.Unknown,
                _ => outcome,
            };
            EndCall(at);
        }
    }

    protected override string Describe() => $"by {Points} for member {Member}";
}
