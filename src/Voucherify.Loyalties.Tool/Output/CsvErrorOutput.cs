namespace Voucherify.Loyalties.Tool.Output;

/// <summary>A file that is wrong, with all of its problems.</summary>
internal sealed record CsvErrorOutput(string Error, int ExitCode, IReadOnlyList<CsvProblemOutput> Problems);
