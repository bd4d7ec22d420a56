using System.Globalization;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>A limit for the ratio of this package to the floor.</summary>
internal sealed record Target(double Ratio, bool IsLeast)
{
    public static Target AtMost(double ratio) => new(ratio, IsLeast: false);

    public static Target AtLeast(double ratio) => new(ratio, IsLeast: true);

    public bool IsMet(double ratio) => IsLeast ? ratio >= Ratio : ratio <= Ratio;

    public string Judge(double ratio) => string.Create(
        CultureInfo.InvariantCulture, $"{(IsLeast ? "at least" : "at most")} {Ratio:f2}: {(IsMet(ratio) ? "met" : "missed")}");
}
