namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>Delays from a shortest to a longest one; always the shortest, if that is longer.</summary>
internal sealed record DelayRange(TimeSpan Min, TimeSpan Max)
{
    /// <summary>The delay at a point from 0 to 1 of the range.</summary>
    public TimeSpan At(double point) => Max > Min ? Min + ((Max - Min) * point) : Min;
}
