using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A health check that reads one campaign: it shows that the service is reachable and lets the credentials in.
/// Add it with <c>services.AddHealthChecks().AddCheck&lt;LoyaltyHealthCheck&gt;("voucherify")</c>.
/// </summary>
/// <remarks>
/// <para>Each check is a call, and counts for the project's limit of calls: a probe every 10 seconds makes 6 calls a minute.</para>
/// <para>For one of several clients make it yourself: <c>new HealthCheckRegistration("asia", services => new LoyaltyHealthCheck(services.GetRequiredKeyedService&lt;ILoyaltyClient&gt;("asia")), null, null)</c>.</para>
/// </remarks>
/// <param name="client">The client to check.</param>
public sealed class LoyaltyHealthCheck(ILoyaltyClient client) : IHealthCheck
{
    /// <summary>The time for the call with its retries: a probe that waits longer has an answer already.</summary>
    private static readonly RequestOptions Patience = new() { Timeout = TimeSpan.FromSeconds(5) };

    private static readonly ListCampaignsQuery One = new() { Limit = 1 };

    /// <summary>Makes the call.</summary>
    /// <param name="context">The registration, which says how bad a failure is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Healthy after an answer; degraded when the service is there but the rate limit is reached; else the failure status of the
    /// registration (<see cref="HealthStatus.Unhealthy"/> unless it says otherwise), with the error.
    /// </returns>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await client.V1.Campaigns.ListCampaignsPageAsync(One, Patience, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("Voucherify answers.");
        }
        catch (LoyaltyRateLimitException error)
        {
            return HealthCheckResult.Degraded("Voucherify lets no more calls in for now.", error);
        }
        catch (LoyaltyApiException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"Voucherify answers with {(int)error.StatusCode}, {error.Key ?? "no key"}.", error);
        }
        catch (LoyaltyException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "Voucherify is not reachable.", error);
        }
    }
}
