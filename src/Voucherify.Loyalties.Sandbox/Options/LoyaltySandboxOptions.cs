namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// Settings of a <see cref="LoyaltySandbox"/>. The defaults behave as the documentation says; where it says nothing,
/// the setting's text says "assumed".
/// </summary>
public sealed class LoyaltySandboxOptions
{
    /// <summary>The value of <see cref="AppId"/> unless set.</summary>
    public const string DefaultAppId = "sandbox-app-id";

    /// <summary>The value of <see cref="AppToken"/> unless set.</summary>
    public const string DefaultAppToken = "sandbox-app-token";

    /// <summary>The value of <see cref="RateLimit"/> unless set.</summary>
    public const int DefaultRateLimit = 1_000_000;

    /// <summary>The value of <see cref="TokenLifetime"/> unless set, in seconds.</summary>
    public const int DefaultTokenLifetimeSeconds = 900;

    /// <summary>The loopback port that <see cref="LoyaltySandbox.StartAsync"/> listens on. Default: 0, any free port.</summary>
    public int Port { get; init; }

    /// <summary>The <c>X-App-Id</c> that is let in. Default: <c>sandbox-app-id</c>.</summary>
    public string AppId { get; init; } = DefaultAppId;

    /// <summary>The <c>X-App-Token</c> that is let in. Default: <c>sandbox-app-token</c>.</summary>
    public string AppToken { get; init; } = DefaultAppToken;

    /// <summary>The only clock of the sandbox. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The time zone of the project, whose midnight expires points. Default: UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Every generated id and token follows from this number and the requests made. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How long after its answer an adjustment, a transfer or a redemption shows in balances, cards and transactions.
    /// Default: zero, at once. The real service takes up to a few seconds. Pending points change at once (assumed).
    /// </summary>
    public TimeSpan ApplyLag { get; init; }

    /// <summary>
    /// How long work in the background takes: the export of a file, the deletion of a campaign's cards. For its first half
    /// the work waits, then it is in progress (assumed). Default: 1 second.
    /// </summary>
    public TimeSpan JobTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Calls per minute before the sandbox answers 429. Default: 1,000,000. A minute starts with the first call after
    /// the one before has passed (assumed).
    /// </summary>
    public int RateLimit { get; init; } = DefaultRateLimit;

    /// <summary>How long an OAuth token is good for, at least a second. Default: 900 seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(DefaultTokenLifetimeSeconds);

    /// <summary>
    /// A second adjustment of a card with the same <c>source_id</c>. Default: <see cref="SandboxPolicy.Accept"/>
    /// (assumed: nothing is documented); <see cref="SandboxPolicy.Reject"/> answers 400 <c>duplicate_source_id</c>.
    /// </summary>
    public SandboxPolicy RepeatedSourceId { get; init; } = SandboxPolicy.Accept;

    /// <summary>
    /// An adjustment by 0 points. Default: <see cref="SandboxPolicy.Reject"/> with 400 <c>invalid_payload</c> (assumed);
    /// <see cref="SandboxPolicy.Accept"/> answers 200, changes nothing and leaves no transaction.
    /// </summary>
    public SandboxPolicy ZeroPoints { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// An adjustment of a card that no customer holds. Default: <see cref="SandboxPolicy.Reject"/> with 400
    /// <c>not_published</c> (the refusal is documented, its error is assumed).
    /// </summary>
    public SandboxPolicy CardWithoutHolder { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// A transfer of which one part cannot be carried out. Default: <see cref="SandboxPolicy.Reject"/>, nothing moves
    /// (assumed); <see cref="SandboxPolicy.Accept"/> moves the parts before that one, and answers its error all the same.
    /// </summary>
    public SandboxPolicy PartialTransfers { get; init; } = SandboxPolicy.Reject;

    /// <summary>Expiration of points added without an <c>expiration_type</c>. Default: <see cref="SandboxExpiration.ProgramRules"/> (assumed).</summary>
    public SandboxExpiration DefaultExpiration { get; init; } = SandboxExpiration.ProgramRules;

    /// <summary>The sign of <c>points</c> in the answer to an adjustment. Default: <see cref="SandboxAnswerSign.AsRequested"/> (assumed).</summary>
    public SandboxAnswerSign AnswerSign { get; init; } = SandboxAnswerSign.AsRequested;

    /// <summary>How the sandbox misbehaves from the start; <see cref="LoyaltySandbox.Faults"/> changes it later. Default: null, not at all.</summary>
    public SandboxFaults? Faults { get; init; }

    /// <summary>What is wrong with the settings, or null.</summary>
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
