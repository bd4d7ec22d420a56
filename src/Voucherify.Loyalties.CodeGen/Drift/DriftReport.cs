namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Compares the differences with the reviewed ones.</summary>
internal sealed class DriftReport
{
    private DriftReport(
        IReadOnlyList<Difference> unexplained,
        IReadOnlyList<ReviewedDifference> explained,
        IReadOnlyList<ReviewedDifference> obsolete)
    {
        Unexplained = unexplained;
        Explained = explained;
        Obsolete = obsolete;
        Problems =
        [
            .. unexplained.Select(Describe),
            .. obsolete.Select(DescribeObsolete),
            .. explained.Where(entry => string.IsNullOrWhiteSpace(entry.Reason)).Select(DescribeReasonless),
        ];
    }

    public IReadOnlyList<Difference> Unexplained { get; }

    /// <summary>Entries that match a difference. One without a reason is a problem nevertheless.</summary>
    public IReadOnlyList<ReviewedDifference> Explained { get; }

    /// <summary>Entries that match no difference, and repeated ones.</summary>
    public IReadOnlyList<ReviewedDifference> Obsolete { get; }

    /// <summary>One line for each thing to do. There are none if the documents differ only as reviewed.</summary>
    public IReadOnlyList<string> Problems { get; }

    public static DriftReport Of(IReadOnlyList<Difference> differences, IReadOnlyList<ReviewedDifference> reviewed)
    {
        var found = differences.Select(difference => difference.Key).ToHashSet();
        var explained = reviewed.Where(entry => found.Contains(entry.Key)).DistinctBy(entry => entry.Key).ToList();
        var known = explained.Select(entry => entry.Key).ToHashSet();
        return new(
            [.. differences.Where(difference => !known.Contains(difference.Key))],
            explained,
            [.. reviewed.Except(explained), .. Repeated(reviewed)]);
    }

    private static IEnumerable<ReviewedDifference> Repeated(IEnumerable<ReviewedDifference> reviewed) =>
        reviewed.GroupBy(entry => entry.Key).SelectMany(group => group.Skip(1));

    private static string Describe(Difference difference) =>
        $"{difference.Pointer}: {difference.What}. {difference.Advice} Or explain it in the reviewed file.";

    private static string DescribeObsolete(ReviewedDifference entry) =>
        $"{entry.Pointer}: '{entry.Difference}' is explained, but is not a difference (any more), or is listed twice. Remove the entry.";

    private static string DescribeReasonless(ReviewedDifference entry) => $"{entry.Pointer}: '{entry.Difference}' has no reason. Add one.";
}
