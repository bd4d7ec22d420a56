namespace Voucherify.Loyalties.ClientOptions;

/// <summary>The defaults of <see cref="ReconciliationOptions"/>.</summary>
internal static class ReconciliationDefaults
{
    public static readonly TimeSpan ServiceErrorWindow = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan NoAnswerWindow = TimeSpan.FromSeconds(190);

    public static readonly TimeSpan OutcomeTimeout = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan BaseDelay = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(64);

    public static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    public static readonly TimeSpan LookbackMargin = TimeSpan.FromMinutes(1);

    /// <summary>How many searches in the background look up at the same time.</summary>
    public const int MaxBackgroundLookups = 8;

    /// <summary>The longest time that a search goes back. A longer one means the card's first transaction.</summary>
    public static readonly TimeSpan LongestLookBack = TimeSpan.FromDays(3650);
}
