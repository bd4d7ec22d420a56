using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// Settings of a <see cref="LoyaltySandbox"/>. The defaults follow Voucherify's documentation. Where it says nothing, the
/// description of the setting says "assumed".
/// </summary>
public sealed class LoyaltySandboxOptions
{
    /// <summary>The default of <see cref="AppId"/>.</summary>
    public const string DefaultAppId = "sandbox-app-id";

    /// <summary>The default of <see cref="AppToken"/>.</summary>
    public const string DefaultAppToken = "sandbox-app-token";

    /// <summary>The default of <see cref="RateLimit"/>.</summary>
    public const int DefaultRateLimit = 1_000_000;

    /// <summary>The default of <see cref="TokenLifetime"/>, in seconds.</summary>
    public const int DefaultTokenLifetimeSeconds = 900;

    /// <summary>The loopback port that <see cref="LoyaltySandbox.StartAsync"/> listens on. Default: 0, any free port.</summary>
    public int Port { get; init; }

    /// <summary>The <c>X-App-Id</c> that the sandbox accepts. Default: <c>sandbox-app-id</c>.</summary>
    public string AppId { get; init; } = DefaultAppId;

    /// <summary>The <c>X-App-Token</c> that the sandbox accepts. Default: <c>sandbox-app-token</c>.</summary>
    public string AppToken { get; init; } = DefaultAppToken;

    /// <summary>The only clock of the sandbox. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The time zone of the project. Points expire at its midnight. Default: UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The seed of every generated id and token: the same seed and the same requests give the same ids. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How long after its response an adjustment, a transfer or a redemption appears in balances, cards and transactions. Default:
    /// zero, at once. The real service takes up to a few seconds. In v1, changes of pending points appear at once (assumed). In v2, a
    /// transaction is listed at once, is <c>PENDING</c> for the first half of that time and <c>PROCESSING</c> for the second (assumed).
    /// </summary>
    public TimeSpan ApplyLag { get; init; }

    /// <summary>
    /// How long after it was applied a transaction appears in lists and exports of transactions, in v2 how long after it was recorded. Its
    /// balance moves at once. Default: zero. Lists of activities have no such lag (assumed).
    /// </summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>
    /// How long a background job takes: the export of a file, or the deletion of a campaign's cards. The job waits for the first
    /// half of that time and runs for the second half (assumed). Default: 1 second.
    /// </summary>
    public TimeSpan JobTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Calls per minute before the sandbox returns 429. Default: 1,000,000. A minute starts with the first call after the previous
    /// minute has passed (assumed).
    /// </summary>
    public int RateLimit { get; init; } = DefaultRateLimit;

    /// <summary>How long an OAuth token is valid, at least one second. Default: 900 seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(DefaultTokenLifetimeSeconds);

    /// <summary>
    /// How the sandbox misbehaves from the start. <see cref="LoyaltySandbox.Faults"/> is the same object, until it is replaced. Never
    /// null. Default: a new <see cref="SandboxFaults"/>, no faults.
    /// </summary>
    public SandboxFaults Faults { get; init; } = new();

    /// <summary>Settings of the v1 API. Default: the defaults of <see cref="SandboxV1Options"/>.</summary>
    public SandboxV1Options V1 { get; init; } = new();

    /// <summary>Settings of the v2 API. Default: the defaults of <see cref="SandboxV2Options"/>.</summary>
    public SandboxV2Options V2 { get; init; } = new();

    /// <summary>Returns what is wrong with the settings, or null.</summary>
    internal string? FindProblem()
    {
        (bool Holds, string Rule)[] rules =
        [
            (!string.IsNullOrWhiteSpace(AppId), $"{nameof(AppId)} must not be empty"),
            (!string.IsNullOrWhiteSpace(AppToken), $"{nameof(AppToken)} must not be empty"),
            (TimeProvider is not null, $"{nameof(TimeProvider)} must not be null"),
            (TimeZone is not null, $"{nameof(TimeZone)} must not be null"),
            (Faults is not null, $"{nameof(Faults)} must not be null"),
            (V1 is not null, $"{nameof(V1)} must not be null"),
            (V2 is not null, $"{nameof(V2)} must not be null"),
            (Port is >= 0 and <= ushort.MaxValue, $"{nameof(Port)} must be a port, or 0 for any"),
            (ApplyLag >= TimeSpan.Zero, $"{nameof(ApplyLag)} must not be negative"),
            (ListLag >= TimeSpan.Zero, $"{nameof(ListLag)} must not be negative"),
            (JobTime >= TimeSpan.Zero, $"{nameof(JobTime)} must not be negative"),
            (RateLimit >= 1, $"{nameof(RateLimit)} must be at least 1"),
            (TokenLifetime >= TimeSpan.FromSeconds(1), $"{nameof(TokenLifetime)} must be at least a second"),
        ];
        return Array.Find(rules, rule => !rule.Holds).Rule ?? V2?.FindProblem();
    }
}
