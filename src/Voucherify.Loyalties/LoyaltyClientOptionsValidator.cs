using Microsoft.Extensions.Options;
using Voucherify.Loyalties.DependencyInjection;

namespace Voucherify.Loyalties;

/// <summary>Checks the options, each and together, with messages that name the option, or its key where the options come from a configuration.</summary>
internal sealed class LoyaltyClientOptionsValidator(IEnumerable<ConfiguredOptions> sections) : IValidateOptions<LoyaltyClientOptions>
{
    private const string NoCredentials =
        "Credentials are missing: set LoyaltyClientOptions.Credentials, for example to LoyaltyCredentials.ApiKey(appId, appToken).";

    public ValidateOptionsResult Validate(string? name, LoyaltyClientOptions options)
    {
        var path = sections.LastOrDefault(section => section.Name == name)?.Path;
        var failures = Failures(options).Select(failure => path is null ? failure : WithKey(path, failure)).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Checks options that did not come from a container.</summary>
    /// <exception cref="OptionsValidationException">An option is missing or makes no sense.</exception>
    public static void ThrowIfInvalid(LoyaltyClientOptions options)
    {
        var failures = Failures(options).ToList();
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

    private static IEnumerable<string> Failures(LoyaltyClientOptions options) =>
        Required(options)
            .Concat(Timeouts(options))
            .Concat(Lengths(options))
            .Concat(options.Retry is null ? [] : Retries(options.Retry))
            .Concat(options.Ordering is null ? [] : Order(options.Ordering))
            .Concat(options.Reconciliation is null ? [] : Reconciliation(options.Reconciliation));

    private static IEnumerable<string> Required(LoyaltyClientOptions options)
    {
        if (options.Credentials is null)
        {
            yield return NoCredentials;
        }

        if (options.Cluster is null)
        {
            yield return "Cluster must not be null.";
        }

        if (options.Retry is null)
        {
            yield return "Retry must not be null; to switch retries off set Retry.MaxRetries to 0.";
        }

        if (options.Ordering is null)
        {
            yield return "Ordering must not be null.";
        }

        if (options.Reconciliation is null)
        {
            yield return "Reconciliation must not be null.";
        }

        if (options.TimeProvider is null)
        {
            yield return "TimeProvider must not be null.";
        }
    }

    private static IEnumerable<string> Timeouts(LoyaltyClientOptions options)
    {
        if (!IsTimeout(options.AttemptTimeout))
        {
            yield return $"AttemptTimeout must be more than 0 and at most a day, not {options.AttemptTimeout}.";
        }

        if (!IsTimeout(options.TotalTimeout))
        {
            yield return $"TotalTimeout must be more than 0 and at most a day, not {options.TotalTimeout}.";
        }

        if (options.AttemptTimeout > options.TotalTimeout)
        {
            yield return $"AttemptTimeout ({options.AttemptTimeout}) must not be longer than TotalTimeout ({options.TotalTimeout}).";
        }
    }

    private static IEnumerable<string> Lengths(LoyaltyClientOptions options)
    {
        if (options.MaxResponseBytes is < LoyaltyClientDefaults.LeastMaxResponseBytes or > LoyaltyClientDefaults.MostMaxResponseBytes)
        {
            yield return $"MaxResponseBytes must be from {LoyaltyClientDefaults.LeastMaxResponseBytes} (64 KiB) to {LoyaltyClientDefaults.MostMaxResponseBytes} (1 GiB), not {options.MaxResponseBytes}.";
        }
    }

    private static IEnumerable<string> Retries(RetryOptions retry)
    {
        if (retry.MaxRetries is < 0 or > RetryDefaults.MostRetries)
        {
            yield return $"Retry.MaxRetries must be from 0 to {RetryDefaults.MostRetries}, not {retry.MaxRetries}.";
        }

        if (retry.BaseDelay <= TimeSpan.Zero || retry.BaseDelay > retry.MaxDelay)
        {
            yield return $"Retry.BaseDelay must be more than 0 and at most Retry.MaxDelay ({retry.MaxDelay}), not {retry.BaseDelay}.";
        }

        if (!IsTimeout(retry.MaxDelay))
        {
            yield return $"Retry.MaxDelay must be more than 0 and at most a day, not {retry.MaxDelay}.";
        }

        if (!IsWait(retry.MaxServerDelay))
        {
            yield return $"Retry.MaxServerDelay must be from 0 to a day, not {retry.MaxServerDelay}.";
        }
    }

    private static IEnumerable<string> Order(OrderingOptions ordering)
    {
        if (!IsTimeout(ordering.MaxQueueWait))
        {
            yield return $"Ordering.MaxQueueWait must be more than 0 and at most a day, not {ordering.MaxQueueWait}.";
        }

        if (!IsWait(ordering.SettleDelay))
        {
            yield return $"Ordering.SettleDelay must be from 0 to a day, not {ordering.SettleDelay}.";
        }

        if (!Enum.IsDefined(ordering.AfterUnknown))
        {
            yield return $"Ordering.AfterUnknown has no value {ordering.AfterUnknown}.";
        }
    }

    private static IEnumerable<string> Reconciliation(ReconciliationOptions options)
    {
        if (!IsWait(options.ServiceErrorWindow))
        {
            yield return $"Reconciliation.ServiceErrorWindow must be from 0 to a day, not {options.ServiceErrorWindow}.";
        }

        if (!IsWait(options.NoAnswerWindow) || options.NoAnswerWindow < options.ServiceErrorWindow)
        {
            yield return $"Reconciliation.NoAnswerWindow must be from ServiceErrorWindow ({options.ServiceErrorWindow}) to a day, not {options.NoAnswerWindow}.";
        }

        if (options.BaseDelay <= TimeSpan.Zero || options.BaseDelay > options.MaxDelay)
        {
            yield return $"Reconciliation.BaseDelay must be more than 0 and at most Reconciliation.MaxDelay ({options.MaxDelay}), not {options.BaseDelay}.";
        }

        if (!IsTimeout(options.MaxDelay))
        {
            yield return $"Reconciliation.MaxDelay must be more than 0 and at most a day, not {options.MaxDelay}.";
        }

        if (!IsWait(options.LookbackMargin))
        {
            yield return $"Reconciliation.LookbackMargin must be from 0 to a day, not {options.LookbackMargin}.";
        }
    }

    private static bool IsWait(TimeSpan value) => value >= TimeSpan.Zero && value <= LoyaltyClientDefaults.LongestTimeout;

    private static bool IsTimeout(TimeSpan value) => value > TimeSpan.Zero && value <= LoyaltyClientDefaults.LongestTimeout;
}
