namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>Delays between a shortest and a longest one. If the shortest is longer, every delay is the shortest.</summary>
internal sealed record DelayRange(TimeSpan Min, TimeSpan Max)
{
    /// <summary>Returns the delay at a point of the range, from 0 to 1.</summary>
    public TimeSpan At(double point) => Max > Min ? Min + ((Max - Min) * point) : Min;
}
