namespace Voucherify.Loyalties.Queue;

/// <summary>Lines of a file are not valid. None was skipped: nothing of the file is sent.</summary>
/// <param name="problems">What is wrong, by line.</param>
public sealed class CsvException(IReadOnlyList<CsvProblem> problems)
    : LoyaltyException($"{problems.Count} lines are not valid, such as line {problems[0].Line}: {problems[0].Message}")
{
    /// <summary>What is wrong, by line; the first hundred.</summary>
    public IReadOnlyList<CsvProblem> Problems { get; } = problems;
}
