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
    /// zero, at once. The real service takes up to a few seconds. Changes of pending points appear at once (assumed).
    /// </summary>
    public TimeSpan ApplyLag { get; init; }

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
    /// What happens to a second adjustment of a card with the same <c>source_id</c>. Default: <see cref="SandboxPolicy.Accept"/>
    /// (assumed: nothing is documented). <see cref="SandboxPolicy.Reject"/> returns 400 <c>duplicate_source_id</c>.
    /// </summary>
    public SandboxPolicy RepeatedSourceId { get; init; } = SandboxPolicy.Accept;

    /// <summary>
    /// What happens to an adjustment by 0 points. Default: <see cref="SandboxPolicy.Reject"/> with 400 <c>invalid_payload</c>
    /// (assumed). <see cref="SandboxPolicy.Accept"/> returns 200, changes nothing and leaves no transaction.
    /// </summary>
    public SandboxPolicy ZeroPoints { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// What happens to an adjustment of a card that has no holder. Default: <see cref="SandboxPolicy.Reject"/> with 400
    /// <c>not_published</c> (the refusal is documented, its error is assumed).
    /// </summary>
    public SandboxPolicy CardWithoutHolder { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// What happens to a transfer of which one part cannot be executed. Default: <see cref="SandboxPolicy.Reject"/>, no points move
    /// (assumed). <see cref="SandboxPolicy.Accept"/> moves the parts before it, and still returns its error.
    /// </summary>
    public SandboxPolicy PartialTransfers { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// When points expire that were added without an <c>expiration_type</c>. Default: <see cref="SandboxExpiration.ProgramRules"/>
    /// (assumed).
    /// </summary>
    public SandboxExpiration DefaultExpiration { get; init; } = SandboxExpiration.ProgramRules;

    /// <summary>
    /// The sign of <c>points</c> in the response to an adjustment. Default: <see cref="SandboxResponseSign.AsRequested"/> (assumed).
    /// </summary>
    public SandboxResponseSign ResponseSign { get; init; } = SandboxResponseSign.AsRequested;

    /// <summary>
    /// How the sandbox misbehaves from the start. <see cref="LoyaltySandbox.Faults"/> changes it later. Default: null, not at all.
    /// </summary>
    public SandboxFaults? Faults { get; init; }

    /// <summary>Returns what is wrong with the settings, or null.</summary>
    internal string? FindProblem()
    {
        (bool Holds, string Rule)[] rules =
        [
            (!string.IsNullOrWhiteSpace(AppId), $"{nameof(AppId)} must not be empty"),
            (!string.IsNullOrWhiteSpace(AppToken), $"{nameof(AppToken)} must not be empty"),
            (TimeProvider is not null, $"{nameof(TimeProvider)} must not be null"),
            (TimeZone is not null, $"{nameof(TimeZone)} must not be null"),
            (Port is >= 0 and <= ushort.MaxValue, $"{nameof(Port)} must be a port, or 0 for any"),
            (ApplyLag >= TimeSpan.Zero, $"{nameof(ApplyLag)} must not be negative"),
            (JobTime >= TimeSpan.Zero, $"{nameof(JobTime)} must not be negative"),
            (RateLimit >= 1, $"{nameof(RateLimit)} must be at least 1"),
            (TokenLifetime >= TimeSpan.FromSeconds(1), $"{nameof(TokenLifetime)} must be at least a second"),
        ];
        return Array.Find(rules, rule => !rule.Holds).Rule;
    }
}
