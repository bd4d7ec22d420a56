namespace Voucherify.Loyalties.Queue;

/// <summary>The names under which the queue reports.</summary>
public static class LoyaltyQueueTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Voucherify.Loyalties.Queue";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "Voucherify.Loyalties.Queue";
}
