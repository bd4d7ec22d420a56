namespace Voucherify.Loyalties;

/// <summary>The names under which clients report what they do. docs/telemetry.md lists the spans, the instruments and their tags.</summary>
public static class LoyaltyTelemetry
{
    /// <summary>
    /// The name of the activity source. Pass it to OpenTelemetry's <c>AddSource</c>. Each call has one span, which covers all its attempts.
    /// </summary>
    public const string ActivitySourceName = "Voucherify.Loyalties";

    /// <summary>The name of the meter. Pass it to OpenTelemetry's <c>AddMeter</c>.</summary>
    public const string MeterName = "Voucherify.Loyalties";
}
