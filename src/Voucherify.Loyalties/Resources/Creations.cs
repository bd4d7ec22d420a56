namespace Voucherify.Loyalties.Resources;

/// <summary>Creates objects, which the lists of their kinds show after a lost response.</summary>
internal sealed class Creations(ResourceContext context)
{
    /// <summary>Creates an object.</summary>
    /// <exception cref="LoyaltyOutcomeUnknownException">Whether it was created could not be told in time.</exception>
    public Task<T> SendAsync<T>(Creation<T> creation, RequestOptions? options, CancellationToken cancellationToken)
        where T : class
    {
        var searched = context.Searched;
        var call = new SearchedCall<T>(
            limited => context.Dispatcher.SendAsync(creation.Write, creation.BuildWrite, limited, cancellationToken),
            new CreationSearch<T>(creation, searched.Reads).FindAsync);
        return searched.SendAsync(call, options, cancellationToken);
    }
}
