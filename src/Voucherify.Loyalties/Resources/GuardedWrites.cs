using Voucherify.Loyalties.Pipeline;

namespace Voucherify.Loyalties.Resources;

/// <summary>Sends writes that the service refuses to do twice.</summary>
internal sealed class GuardedWrites(CallDispatcher dispatcher, Func<RequestOptions?, GuardedRun> start)
{
    /// <summary>Sends a write whose response has the state that it leads to.</summary>
    public Task<T> SendAsync<T>(GuardedCall<T> call, RequestOptions? options, CancellationToken cancellationToken)
        where T : class => SendAsync(
            limited => dispatcher.SendAsync(call.Write, call.BuildWrite, limited, cancellationToken),
            async limited =>
            {
                var found = await dispatcher.SendAsync(call.Read, call.BuildRead, limited, cancellationToken).ConfigureAwait(false);
                return call.IsDone(found) ? found : null;
            },
            options,
            cancellationToken);

    /// <summary>Sends a write, and reads after a lost response. What is not there yet is sent again.</summary>
    /// <param name="send">Sends the request, with the options for the time that is left.</param>
    /// <param name="find">Reads; null if the wanted state is not there.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="LoyaltyOutcomeUnknownException">Whether the write was applied could not be told in time.</exception>
    public Task<T> SendAsync<T>(
        Func<RequestOptions, Task<T>> send,
        Func<RequestOptions, Task<T?>> find,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where T : class => start(options).RunAsync(send, find, cancellationToken);
}
