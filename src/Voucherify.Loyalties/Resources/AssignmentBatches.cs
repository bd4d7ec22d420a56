namespace Voucherify.Loyalties.Resources;

/// <summary>Assigns and removes in batches, which the lists of what is assigned show after a lost response.</summary>
internal sealed class AssignmentBatches(ResourceContext context)
{
    /// <summary>Sends a batch.</summary>
    /// <exception cref="LoyaltyOutcomeUnknownException">Whether the batch was applied could not be told in time.</exception>
    public Task<TBatch> SendAsync<TBatch, TRow>(
        AssignmentBatch<TBatch, TRow> batch, RequestOptions? options, CancellationToken cancellationToken)
        where TBatch : class
    {
        var searched = context.Searched;
        var call = new SearchedCall<TBatch>(
            limited => context.Dispatcher.SendAsync(batch.Write, batch.BuildWrite, limited, cancellationToken),
            new AssignmentSearch<TBatch, TRow>(batch, searched.Reads).FindAsync);
        return searched.SendAsync(call, options, cancellationToken);
    }
}
