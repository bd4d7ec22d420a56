using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Pipeline;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads pages of transactions as evidence.</summary>
internal sealed class TransactionPageReader(CallSettingsSource settings, AttemptLoop attempts)
{
    /// <summary>Reads a page.</summary>
    /// <param name="operation">The operation that lists the transactions.</param>
    /// <param name="build">Builds the request.</param>
    /// <param name="hasRows">Whether a response has a list of rows.</param>
    /// <param name="limits">The time for the call, the per-request overrides, and the caller's token.</param>
    /// <returns>The page, the service's clock at the response, and whether a cache stored it some time ago.</returns>
    /// <exception cref="LoyaltyException">The page could not be read.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<(TList List, DateTimeOffset? Date, bool IsCached)> ReadAsync<TList>(
        Operation<TList> operation, Func<Task<HttpRequestMessage>> build, Func<TList, bool> hasRows, PageLimits limits)
        where TList : class
    {
        var own = RequestOptions.WithoutObserver(limits.Options);
        var call = new TransactionPageCall<TList>(
            operation, settings.For(operation, own, limits.CallerToken) with { TotalTimeout = limits.TimeLeft }, build, hasRows);
        return await attempts.TryRunAsync(call).ConfigureAwait(false) is { } failure
            ? throw failure
            : (call.Response!, call.ServerDate, call.IsCached);
    }
}
