namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>The differences of two documents beside the reviewed ones.</summary>
internal sealed class DriftReport
{
    private DriftReport(IReadOnlyList<Difference> unexplained, IReadOnlyList<ReviewedDifference> explained, IReadOnlyList<ReviewedDifference> faulty, IReadOnlyList<string> problems)
    {
        Unexplained = unexplained;
        Explained = explained;
        Faulty = faulty;
        Problems = problems;
    }

    public IReadOnlyList<Difference> Unexplained { get; }

    /// <summary>Entries that match a difference; one without a reason is a problem nevertheless.</summary>
    public IReadOnlyList<ReviewedDifference> Explained { get; }

    /// <summary>Entries that match nothing, or are there twice.</summary>
    public IReadOnlyList<ReviewedDifference> Faulty { get; }

    /// <summary>A line for each thing to do; none when the documents differ only as reviewed.</summary>
    public IReadOnlyList<string> Problems { get; }

    public static DriftReport Of(IReadOnlyList<Difference> differences, IReadOnlyList<ReviewedDifference> reviewed)
    {
        var found = differences.Select(difference => difference.Key).ToHashSet();
        var explained = reviewed.Where(entry => found.Contains(entry.Key)).DistinctBy(entry => entry.Key).ToList();
        var known = explained.Select(entry => entry.Key).ToHashSet();
        var unexplained = differences.Where(difference => !known.Contains(difference.Key)).ToList();
        var faulty = reviewed.Except(explained).Concat(Repeated(reviewed)).ToList();
        return new(unexplained, explained, faulty,
        [
            .. unexplained.Select(difference => $"{difference.Pointer}: {difference.What}. {difference.Advice} Or explain it in the reviewed file."),
            .. faulty.Select(entry => $"{entry.Pointer}: '{entry.Difference}' is explained, but is no difference (any more), or is there twice. Remove the entry."),
            .. explained.Where(entry => string.IsNullOrWhiteSpace(entry.Reason)).Select(entry => $"{entry.Pointer}: '{entry.Difference}' has no reason. Give one."),
        ]);
    }

    private static IEnumerable<ReviewedDifference> Repeated(IEnumerable<ReviewedDifference> reviewed) =>
        reviewed.GroupBy(entry => entry.Key).SelectMany(group => group.Skip(1));
}
