namespace Voucherify.Loyalties.Resources;

/// <summary>Sends writes that could take effect twice, and searches for them after a lost response.</summary>
internal sealed class SearchedWrites(ResourceContext context)
{
    /// <summary>Reads lists as evidence.</summary>
    public EvidenceReads Reads { get; } = new(new(context.Settings, context.Reconciliation.Attempts));

    /// <summary>Sends a write, and searches for it after a lost response.</summary>
    /// <exception cref="LoyaltyOutcomeUnknownException">Whether the write was applied could not be told in time.</exception>
    public Task<T> SendAsync<T>(SearchedCall<T> call, RequestOptions? options, CancellationToken cancellationToken)
        where T : class => new SearchedRun<T>(call, context.Options, context.Clock, options, cancellationToken).RunAsync();
}
