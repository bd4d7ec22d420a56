using System.Globalization;

namespace Voucherify.Loyalties.Configuration;

/// <summary>
/// The keys of a section, except for the credentials. Each sets one option from a string, or returns what is wrong with the string.
/// </summary>
internal static class SectionKeys
{
    public static readonly IReadOnlyDictionary<string, Func<LoyaltyClientOptions, string, string?>> All =
        new Dictionary<string, Func<LoyaltyClientOptions, string, string?>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Cluster"] = Cluster,
            ["AttemptTimeout"] = Time(static (options, value) => options.AttemptTimeout = value),
            ["TotalTimeout"] = Time(static (options, value) => options.TotalTimeout = value),
            ["MaxResponseBytes"] = Number(static (options, value) => options.MaxResponseBytes = value),
            ["PooledConnectionIdleTimeout"] = Time(static (options, value) => options.PooledConnectionIdleTimeout = value),
            ["MaxConnectionsPerServer"] = Number(static (options, value) => options.MaxConnectionsPerServer = value),
            ["UseHttp2"] = Flag(static (options, value) => options.UseHttp2 = value),
            ["PropagateFullTraceContext"] = Flag(static (options, value) => options.PropagateFullTraceContext = value),
            ["ClientName"] = Text(static (options, value) => options.ClientName = value),
            ["Retry:MaxRetries"] = Number(static (options, value) => options.Retry.MaxRetries = value),
            ["Retry:BaseDelay"] = Time(static (options, value) => options.Retry.BaseDelay = value),
            ["Retry:MaxDelay"] = Time(static (options, value) => options.Retry.MaxDelay = value),
            ["Retry:MaxServerDelay"] = Time(static (options, value) => options.Retry.MaxServerDelay = value),
            ["Ordering:SettleDelay"] = Time(static (options, value) => options.Ordering.SettleDelay = value),
            ["Ordering:MaxQueueWait"] = Time(static (options, value) => options.Ordering.MaxQueueWait = value),
            ["Ordering:MaxQueueLength"] = Number(static (options, value) => options.Ordering.MaxQueueLength = value),
            ["Ordering:AfterUnknown"] = Named<AfterUnknownOutcome>(static (options, value) => options.Ordering.AfterUnknown = value),
            ["Reconciliation:ServiceErrorWindow"] = Time(static (options, value) => options.Reconciliation.ServiceErrorWindow = value),
            ["Reconciliation:NoAnswerWindow"] = Time(static (options, value) => options.Reconciliation.NoAnswerWindow = value),
            ["Reconciliation:Enabled"] = Flag(static (options, value) => options.Reconciliation.Enabled = value),
            ["Reconciliation:OutcomeTimeout"] = Time(static (options, value) => options.Reconciliation.OutcomeTimeout = value),
            ["Reconciliation:BaseDelay"] = Time(static (options, value) => options.Reconciliation.BaseDelay = value),
            ["Reconciliation:MaxDelay"] = Time(static (options, value) => options.Reconciliation.MaxDelay = value),
            ["Reconciliation:LookbackMargin"] = Time(static (options, value) => options.Reconciliation.LookbackMargin = value),
            ["Reconciliation:Marker"] = Named<MarkerPlacement>(static (options, value) => options.Reconciliation.Marker = value),
            ["Reconciliation:MarkerContent"] =
                Named<MarkerContent>(static (options, value) => options.Reconciliation.MarkerContent = value),
            ["Reconciliation:Candidates"] =
                Named<CandidateAssumption>(static (options, value) => options.Reconciliation.Candidates = value),
            ["Reconciliation:TrustMarker"] = Flag(static (options, value) => options.Reconciliation.TrustMarker = value),
            ["Reconciliation:EventMarkerProperty"] =
                Text(static (options, value) => options.Reconciliation.EventMarkerProperty = value),
        };

    private static string? Cluster(LoyaltyClientOptions options, string text)
    {
        try
        {
            options.Cluster = VoucherifyCluster.Parse(text);
            return null;
        }
        catch (ArgumentException)
        {
            return "is not a cluster: use Europe, UnitedStates, Asia, or an absolute https address"
                + " without user info, query and fragment (http only for this machine).";
        }
    }

    private static Func<LoyaltyClientOptions, string, string?> Text(Action<LoyaltyClientOptions, string> set) => (options, text) =>
    {
        set(options, text);
        return null;
    };

    private static Func<LoyaltyClientOptions, string, string?> Flag(Action<LoyaltyClientOptions, bool> set) => (options, text) =>
    {
        if (!bool.TryParse(text, out var value))
        {
            return "is not a yes or no: write true or false.";
        }

        set(options, value);
        return null;
    };

    private static Func<LoyaltyClientOptions, string, string?> Time(Action<LoyaltyClientOptions, TimeSpan> set) => (options, text) =>
    {
        // A bare number would be a number of days.
        if (!text.Contains(':', StringComparison.Ordinal) || !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            return "is not a duration: write hours, minutes and seconds, such as 00:00:10 or 00:00:00.5.";
        }

        set(options, value);
        return null;
    };

    private static Func<LoyaltyClientOptions, string, string?> Number(Action<LoyaltyClientOptions, int> set) => (options, text) =>
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return "is not a whole number.";
        }

        set(options, value);
        return null;
    };

    private static Func<LoyaltyClientOptions, string, string?> Named<TValue>(Action<LoyaltyClientOptions, TValue> set)
        where TValue : struct, Enum => (options, text) =>
        {
            if (!Enum.TryParse<TValue>(text, ignoreCase: true, out var value))
            {
                return $"must be one of {string.Join(", ", Enum.GetNames<TValue>())}.";
            }

            set(options, value);
            return null;
        };
}
