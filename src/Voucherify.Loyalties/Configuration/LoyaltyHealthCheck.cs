using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A health check that reads one campaign: it shows that the service can be reached and accepts the credentials. Add it with
/// <c>services.AddHealthChecks().AddCheck&lt;LoyaltyHealthCheck&gt;("voucherify")</c>.
/// </summary>
/// <remarks>
/// <para>Each check is a call and counts towards the rate limit of the project: a probe every 10 seconds makes 6 calls a minute.</para>
/// <para>For one of several clients, create the check yourself: <c>new HealthCheckRegistration("asia", services => new
/// LoyaltyHealthCheck(services.GetRequiredKeyedService&lt;ILoyaltyClient&gt;("asia")), null, null)</c>.</para>
/// </remarks>
/// <param name="client">The client to check.</param>
public sealed class LoyaltyHealthCheck(ILoyaltyClient client) : IHealthCheck
{
    /// <summary>The time for the call with its retries. A probe that takes longer already shows that something is wrong.</summary>
    private static readonly RequestOptions Patience = new() { Timeout = TimeSpan.FromSeconds(5) };

    private static readonly ListCampaignsQuery One = new() { Limit = 1 };

    private int HeldUpCards => (client as LoyaltyClient)?.Parts.CountHeldUpCards() ?? 0;

    /// <summary>Reads one campaign.</summary>
    /// <param name="context">The health check context; its registration sets the status of a failure.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Healthy after a response; degraded when the service responds but the rate limit is reached, or when an unknown outcome has held up a
    /// card for longer than <see cref="ReconciliationOptions.NoAnswerWindow"/>; otherwise the failure status of the registration
    /// (<see cref="HealthStatus.Unhealthy"/> by default), with the error.
    /// </returns>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await client.V1.Campaigns.ListCampaignsPageAsync(One, Patience, cancellationToken).ConfigureAwait(false);
            return HeldUpCards is > 0 and var cards
                ? HealthCheckResult.Degraded(
                    $"Voucherify responds, but an unknown outcome has held up cards for longer than the window. Cards: {cards}.")
                : HealthCheckResult.Healthy("Voucherify responds.");
        }
        catch (LoyaltyRateLimitException error)
        {
            return HealthCheckResult.Degraded("Voucherify accepts no more calls for now: the rate limit is reached.", error);
        }
        catch (LoyaltyApiException error)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                $"Voucherify responds with {(int)error.StatusCode}, {error.Key ?? "no key"}.",
                error);
        }
        catch (LoyaltyException error)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "Voucherify cannot be reached.", error);
        }
    }
}
