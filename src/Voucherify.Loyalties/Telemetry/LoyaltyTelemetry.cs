namespace Voucherify.Loyalties;

/// <summary>The names under which clients tell what they do. docs/telemetry.md lists the spans, the instruments and their tags.</summary>
public static class LoyaltyTelemetry
{
    /// <summary>The name of the activity source: give it to OpenTelemetry's <c>AddSource</c>. One span for each call, with all its attempts.</summary>
    public const string ActivitySourceName = "Voucherify.Loyalties";

    /// <summary>The name of the meter: give it to OpenTelemetry's <c>AddMeter</c>.</summary>
    public const string MeterName = "Voucherify.Loyalties";
}
