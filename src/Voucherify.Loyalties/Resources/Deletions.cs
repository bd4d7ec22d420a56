using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Pipeline;

namespace Voucherify.Loyalties.Resources;

/// <summary>Deletes objects. One that is gone after a lost response counts as deleted.</summary>
internal sealed class Deletions(CallDispatcher dispatcher)
{
    /// <summary>Deletes an object.</summary>
    /// <returns>The last state of the object; null if a repeat found nothing, because an attempt before may have deleted it.</returns>
    public async Task<T?> SendAsync<T>(
        Operation<T> operation,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await dispatcher.SendAsync(operation, build, options, cancellationToken).ConfigureAwait(false);
        }
        catch (LoyaltyOutcomeUnknownException error) when (LostDeletion.IsGone(error))
        {
            return null;
        }
    }
}
