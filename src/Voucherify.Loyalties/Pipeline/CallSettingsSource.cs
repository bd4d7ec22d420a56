using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>Combines the caller's options with the client's, and knows the current credentials.</summary>
internal sealed class CallSettingsSource(AuthenticatorSelector authenticators, LoyaltyClientOptions options)
{
    private readonly Uri _baseAddress = options.Cluster.ApiAddress;
    private volatile AuthenticatorSelector _authenticators = authenticators;

    /// <summary>Uses other credentials from the next call on. Calls under way end with the old ones, so these are not disposed.</summary>
    public void UseCredentials(AuthenticatorSelector authenticators) => _authenticators = authenticators;

    /// <summary>Returns the settings of a call.</summary>
    /// <exception cref="ArgumentException">The caller's options cannot be followed.</exception>
    public CallSettings For(Operation operation, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        RequestOptionsRules.Check(requestOptions);
        return new CallSettings(
            _authenticators.For(operation),
            _baseAddress,
            requestOptions?.Timeout ?? options.TotalTimeout,
            requestOptions,
            cancellationToken)
        {
            PropagatesFullTraceContext = options.PropagateFullTraceContext,
        };
    }

    /// <summary>
    /// Returns the settings of a call that can be resumed. A resume may take so long that it can decide, unless the caller limits it: until
    /// the earlier call can no longer be applied, and then the time of a call.
    /// </summary>
    /// <exception cref="ArgumentException">The caller's options cannot be followed.</exception>
    public CallSettings For(Operation operation, ResumeOptions resume, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        var settings = For(operation, requestOptions, cancellationToken);
        return resume.MayWaitForWindow && requestOptions?.Timeout is null
            ? settings with { TotalTimeout = settings.TotalTimeout + options.Reconciliation.NoAnswerWindow }
            : settings;
    }
}
