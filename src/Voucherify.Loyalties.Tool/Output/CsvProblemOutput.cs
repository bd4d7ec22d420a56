namespace Voucherify.Loyalties.Tool.Output;

/// <summary>A line of a file that is wrong.</summary>
internal sealed record CsvProblemOutput(long Line, string Error);
