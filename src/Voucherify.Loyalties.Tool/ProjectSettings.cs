using Voucherify.Loyalties.CommandLine;

namespace Voucherify.Loyalties.Tool;

/// <summary>Reads the project from environment variables.</summary>
internal static class ProjectSettings
{
    public const string AppId = "VOUCHERIFY_APP_ID";
    public const string AppToken = "VOUCHERIFY_APP_TOKEN";
    public const string Cluster = "VOUCHERIFY_CLUSTER";

    /// <summary>Returns the options of a client for the project, or null if no variable is set.</summary>
    /// <exception cref="UsageException">The variables are incomplete, or one of them is invalid.</exception>
    public static LoyaltyClientOptions? Read(Func<string, string?> variable)
    {
        var (id, token, cluster) = (Value(variable, AppId), Value(variable, AppToken), Value(variable, Cluster));
        return (id, token, cluster) switch
        {
            (null, null, null) => null,
            (not null, not null, _) => Options(id, token, cluster),
            (not null, null, _) => throw Incomplete(AppId, AppToken),
            (null, not null, _) => throw Incomplete(AppToken, AppId),
            _ => throw Incomplete(Cluster, $"{AppId} and {AppToken}"),
        };
    }

    /// <summary>The error of a tool that needs a project.</summary>
    public static UsageException Missing() => new($"Set {AppId} and {AppToken} to the id and the token of a key of the project.");

    private static LoyaltyClientOptions Options(string id, string token, string? cluster) => new()
    {
        Cluster = cluster is null ? VoucherifyCluster.Europe : Checked(Cluster, () => VoucherifyCluster.Parse(cluster)),
        Credentials = Checked($"{AppId} or {AppToken}", () => LoyaltyCredentials.ApiKey(id, token)),
    };

    private static T Checked<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{name}: {ErrorReport.Describe(exception)}");
        }
    }

    private static string? Value(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static UsageException Incomplete(string present, string missing) =>
        new(
            $"{present} is set without {missing}. Set both the id and the token to work on a project, or unset {present}.");
}
