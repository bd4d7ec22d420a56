using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.Tool.Rendering;

namespace Voucherify.Loyalties.Tool.Jobs;

/// <summary>Writes plans, progress and comparisons as lines for people, or as JSON for programs.</summary>
internal sealed class JobOutput(Shell shell, bool isJson)
{
    public void Write(JobPlan plan) =>
        Write(OutputOf(plan), ToolJson.Default.PlanOutput, console => console.Write(plan));

    public void Write(JobProgress progress) =>
        Write(OutputOf(progress), ToolJson.Default.ProgressOutput, console => console.Write(progress));

    public void Write(JobVerification verification) =>
        Write(OutputOf(verification), ToolJson.Default.VerificationOutput, console => console.Write(verification));

    /// <summary>Writes what is wrong with the file.</summary>
    public void Write(CsvException invalid)
    {
        if (isJson)
        {
            var problems = invalid.Problems.Select(static problem => new CsvProblemOutput(problem.Line, problem.Message));
            var error = new CsvErrorOutput("The file is invalid. Nothing was sent.", ExitCodes.Failed, [.. problems]);
            ToolJson.Write(shell.Error, error, ToolJson.Default.CsvErrorOutput);
        }
        else
        {
            shell.Error.Write(invalid);
        }
    }

    private void Write<T>(T output, JsonTypeInfo<T> type, Action<IAnsiConsole> writeLines)
    {
        if (isJson)
        {
            ToolJson.Write(shell.Out, output, type);
        }
        else
        {
            writeLines(shell.Out);
        }
    }

    private static PlanOutput OutputOf(JobPlan plan) => new()
    {
        Items = plan.Items,
        Cards = plan.Cards,
        Points = plan.Points,
        LongestCard = plan.LongestCard,
        Calls = plan.Calls,
        Seconds = plan.Duration?.TotalSeconds,
        Bound = plan.Bound,
    };

    private static ProgressOutput OutputOf(JobProgress progress) => new()
    {
        Job = progress.JobId,
        State = Format.Name(progress.State),
        Total = progress.Total,
        Applied = progress.Applied,
        Verified = progress.Verified,
        Pending = progress.Pending,
        Unknown = progress.Unknown,
        DeadLetters = progress.DeadLetters,
        Discarded = progress.Discarded,
        PausedBy = progress.PausedBy?.Message,
    };

    private static VerificationOutput OutputOf(JobVerification verification) => new(
        verification.IsComplete,
        verification.Matched,
        verification.NotCompared,
        [
            .. verification.Differences.Select(static difference =>
                new DifferenceOutput(Format.Name(difference.Kind), difference.SourceId, difference.TransactionId)),
        ]);
}
