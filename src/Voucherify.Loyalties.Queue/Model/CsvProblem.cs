namespace Voucherify.Loyalties.Queue;

/// <summary>What is wrong with a line of a file.</summary>
/// <param name="Line">The number of the line, from 1; the header is line 1.</param>
/// <param name="Message">What is wrong. It does not repeat the content of the line.</param>
public sealed record CsvProblem(long Line, string Message);
