using Microsoft.Extensions.Options;

namespace Voucherify.Loyalties.ClientOptions;

/// <summary>
/// Validates the options, one by one and together. Its messages name the option, or its key if the options come from configuration.
/// </summary>
/// <param name="configurationPathOf">
/// Returns the path of the section from which the options with a given name were read; null if they come from code.
/// </param>
internal sealed class LoyaltyClientOptionsValidator(Func<string?, string?> configurationPathOf) : IValidateOptions<LoyaltyClientOptions>
{
    private const string NoCredentials =
        "Credentials are missing: set LoyaltyClientOptions.Credentials, for example to LoyaltyCredentials.ApiKey(appId, appToken).";

    public ValidateOptionsResult Validate(string? name, LoyaltyClientOptions options)
    {
        var failures = Failures(options);
        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var path = configurationPathOf(name);
        return ValidateOptionsResult.Fail(path is null ? failures : failures.ConvertAll(failure => WithKey(path, failure)));
    }

    /// <summary>Validates options that did not come from a container.</summary>
    /// <exception cref="OptionsValidationException">An option is missing or invalid.</exception>
    public static void ThrowIfInvalid(LoyaltyClientOptions options)
    {
        var failures = Failures(options);
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(nameof(LoyaltyClientOptions), typeof(LoyaltyClientOptions), failures);
        }
    }

    // Each message begins with the name of its option.
    private static string WithKey(string path, string failure)
    {
        if (failure == NoCredentials)
        {
            return $"{path}:AppId and {path}:AppToken are missing: they are the application key of the client.";
        }

        var end = failure.IndexOf(' ', StringComparison.Ordinal);
        return $"{path}:{failure[..end].Replace('.', ':')}{failure[end..]}";
    }

    // A plain list for speed: every program runs this when it starts.
    private static List<string> Failures(LoyaltyClientOptions options)
    {
        var failures = new List<string>();
        Required(options, failures);
        Timeouts(options, failures);
        Lengths(options, failures);
        Connections(options, failures);
        if (options.Retry is { } retry)
        {
            Retries(retry, failures);
        }

        if (options.Ordering is { } ordering)
        {
            Order(ordering, failures);
        }

        if (options.Reconciliation is { } reconciliation)
        {
            Reconciliation(reconciliation, failures);
        }

        return failures;
    }

    private static void Required(LoyaltyClientOptions options, List<string> failures)
    {
        if (options.Credentials is null)
        {
            failures.Add(NoCredentials);
        }

        if (options.Cluster is null)
        {
            failures.Add("Cluster must not be null.");
        }

        if (options.Retry is null)
        {
            failures.Add("Retry must not be null; to switch retries off, set Retry.MaxRetries to 0.");
        }

        if (options.Ordering is null)
        {
            failures.Add("Ordering must not be null.");
        }

        if (options.Reconciliation is null)
        {
            failures.Add("Reconciliation must not be null.");
        }

        if (options.TimeProvider is null)
        {
            failures.Add("TimeProvider must not be null.");
        }
    }

    private static void Timeouts(LoyaltyClientOptions options, List<string> failures)
    {
        if (!IsTimeout(options.AttemptTimeout))
        {
            failures.Add($"AttemptTimeout must be more than 0 and at most a day, not {options.AttemptTimeout}.");
        }

        if (!IsTimeout(options.TotalTimeout))
        {
            failures.Add($"TotalTimeout must be more than 0 and at most a day, not {options.TotalTimeout}.");
        }

        if (options.AttemptTimeout > options.TotalTimeout)
        {
            failures.Add($"AttemptTimeout ({options.AttemptTimeout}) must not be longer than TotalTimeout ({options.TotalTimeout}).");
        }
    }

    private static void Connections(LoyaltyClientOptions options, List<string> failures)
    {
        if (options.PooledConnectionIdleTimeout < LoyaltyClientDefaults.MinIdleTimeout
            || options.PooledConnectionIdleTimeout > LoyaltyClientDefaults.LongestTimeout)
        {
            failures.Add(
                $"PooledConnectionIdleTimeout must be from {LoyaltyClientDefaults.MinIdleTimeout} to a day,"
                + $" not {options.PooledConnectionIdleTimeout}.");
        }

        if (options.MaxConnectionsPerServer < 1)
        {
            failures.Add($"MaxConnectionsPerServer must be 1 or more, or null for no limit, not {options.MaxConnectionsPerServer}.");
        }
    }

    private static void Lengths(LoyaltyClientOptions options, List<string> failures)
    {
        if (options.MaxResponseBytes is < LoyaltyClientDefaults.MinResponseLimit or > LoyaltyClientDefaults.MaxResponseLimit)
        {
            failures.Add(
                $"MaxResponseBytes must be from {LoyaltyClientDefaults.MinResponseLimit} (64 KiB)"
                + $" to {LoyaltyClientDefaults.MaxResponseLimit} (1 GiB), not {options.MaxResponseBytes}.");
        }
    }

    private static void Retries(RetryOptions retry, List<string> failures)
    {
        if (retry.MaxRetries is < 0 or > RetryDefaults.MaxAllowedRetries)
        {
            failures.Add($"Retry.MaxRetries must be from 0 to {RetryDefaults.MaxAllowedRetries}, not {retry.MaxRetries}.");
        }

        if (retry.BaseDelay <= TimeSpan.Zero || retry.BaseDelay > retry.MaxDelay)
        {
            failures.Add($"Retry.BaseDelay must be more than 0 and at most Retry.MaxDelay ({retry.MaxDelay}), not {retry.BaseDelay}.");
        }

        if (!IsTimeout(retry.MaxDelay))
        {
            failures.Add($"Retry.MaxDelay must be more than 0 and at most a day, not {retry.MaxDelay}.");
        }

        if (!IsWait(retry.MaxServerDelay))
        {
            failures.Add($"Retry.MaxServerDelay must be from 0 to a day, not {retry.MaxServerDelay}.");
        }
    }

    private static void Order(OrderingOptions ordering, List<string> failures)
    {
        if (!IsTimeout(ordering.MaxQueueWait))
        {
            failures.Add($"Ordering.MaxQueueWait must be more than 0 and at most a day, not {ordering.MaxQueueWait}.");
        }

        if (ordering.MaxQueueLength < 0)
        {
            failures.Add($"Ordering.MaxQueueLength must be 0 or more, or null for no limit, not {ordering.MaxQueueLength}.");
        }

        if (!IsWait(ordering.SettleDelay))
        {
            failures.Add($"Ordering.SettleDelay must be from 0 to a day, not {ordering.SettleDelay}.");
        }

        if (!Enum.IsDefined(ordering.AfterUnknown))
        {
            failures.Add($"Ordering.AfterUnknown has no value {ordering.AfterUnknown}.");
        }
    }

    private static void Reconciliation(ReconciliationOptions options, List<string> failures)
    {
        if (!IsWait(options.ServiceErrorWindow))
        {
            failures.Add($"Reconciliation.ServiceErrorWindow must be from 0 to a day, not {options.ServiceErrorWindow}.");
        }

        if (!IsWait(options.NoAnswerWindow) || options.NoAnswerWindow < options.ServiceErrorWindow)
        {
            failures.Add(
                $"Reconciliation.NoAnswerWindow must be from ServiceErrorWindow ({options.ServiceErrorWindow}) to a day,"
                + $" not {options.NoAnswerWindow}.");
        }

        if (options.OutcomeTimeout != Timeout.InfiniteTimeSpan && !IsWait(options.OutcomeTimeout))
        {
            failures.Add(
                $"Reconciliation.OutcomeTimeout must be from 0 to a day, or Timeout.InfiniteTimeSpan, not {options.OutcomeTimeout}.");
        }

        if (options.BaseDelay <= TimeSpan.Zero || options.BaseDelay > options.MaxDelay)
        {
            failures.Add(
                $"Reconciliation.BaseDelay must be more than 0 and at most Reconciliation.MaxDelay ({options.MaxDelay}),"
                + $" not {options.BaseDelay}.");
        }

        if (!IsTimeout(options.MaxDelay))
        {
            failures.Add($"Reconciliation.MaxDelay must be more than 0 and at most a day, not {options.MaxDelay}.");
        }

        if (!IsWait(options.LookbackMargin))
        {
            failures.Add($"Reconciliation.LookbackMargin must be from 0 to a day, not {options.LookbackMargin}.");
        }

        if (options.EventMarkerProperty is { } property && !Validation.Validate.IsName(property))
        {
            failures.Add("Reconciliation.EventMarkerProperty must be the name of a property: not empty, and without control characters.");
        }
    }

    private static bool IsWait(TimeSpan value) => value >= TimeSpan.Zero && value <= LoyaltyClientDefaults.LongestTimeout;

    private static bool IsTimeout(TimeSpan value) => value > TimeSpan.Zero && value <= LoyaltyClientDefaults.LongestTimeout;
}
