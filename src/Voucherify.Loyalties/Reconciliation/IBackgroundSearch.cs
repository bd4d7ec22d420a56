namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A search that nothing waits for. It never sends the write.</summary>
internal interface IBackgroundSearch
{
    /// <summary>Searches until the outcome is known, or cannot become known.</summary>
    /// <exception cref="OperationCanceledException">A call with the id has taken over, or the client was disposed.</exception>
    Task<WriteOutcome> SearchAsync(CancellationToken cancellationToken);

    /// <summary>Tells the rest of the client that the outcome is known.</summary>
    void Settle(WriteOutcome outcome);
}
