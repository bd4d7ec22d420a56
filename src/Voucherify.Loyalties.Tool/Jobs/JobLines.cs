using System.Globalization;
using Spectre.Console;
using Voucherify.Loyalties.Queue;
using Voucherify.Loyalties.Tool.Rendering;

namespace Voucherify.Loyalties.Tool.Jobs;

/// <summary>Writes plans, numbers and differences as lines.</summary>
internal static class JobLines
{
    public static void Write(this IAnsiConsole console, JobPlan plan)
    {
        Line(console, $"{plan.Items} adjustments of {plan.Cards} cards, {plan.Points} points in all");
        Line(console, $"At most {plan.LongestCard} for one card, about {plan.Calls} calls");
        if (plan.Duration is { } duration)
        {
            Line(console, $"About {duration:hh\\:mm\\:ss}, bound by the {plan.Bound}");
        }
    }

    public static void Write(this IAnsiConsole console, JobProgress progress)
    {
        Line(console, $"{progress.State}: {progress.Applied} of {progress.Total} applied, {progress.Verified} verified");
        if (progress.Unknown + progress.DeadLetters > 0)
        {
            Line(console, $"{progress.Unknown} unknown, {progress.DeadLetters} dead letters");
        }

        if (progress.PausedBy is { } reason)
        {
            Line(console, $"The queue is paused: {reason.Message}");
        }
    }

    public static void Write(this IAnsiConsole console, JobVerification verification)
    {
        Line(console, $"{verification.Matched} as they should be, {verification.Differences.Count} differences");
        foreach (var difference in verification.Differences)
        {
            Line(console, $"{difference.Kind}: {difference.SourceId} {difference.TransactionId}");
        }

        if (verification.NotCompared > 0)
        {
            Line(console, $"{verification.NotCompared} could not be compared: they name no program.");
        }
    }

    public static void Write(this IAnsiConsole console, CsvException invalid)
    {
        foreach (var problem in invalid.Problems)
        {
            Line(console, $"Line {problem.Line}: {problem.Message}");
        }
    }

    private static void Line(IAnsiConsole console, FormattableString line) =>
        console.MarkupLine(SafeText.Markup(line.ToString(CultureInfo.InvariantCulture)));
}
