using System.Globalization;
using System.Text;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Quiz;

/// <summary>Draws questions that a reader of the architecture page should answer without having seen the code.</summary>
internal static class ArchitectureQuiz
{
    public const string AnswerMarker = "=== ANSWERS";

    /// <summary>The number of questions of each kind.</summary>
    public const int Count = 10;

    /// <summary>Draws lines and changes. The same seed draws the same questions as long as the code stays the same.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="files">The files of the project.</param>
    /// <param name="prepared">The changes to draw from.</param>
    /// <returns>The questions, and below the marker their answers.</returns>
    public static string Draw(int seed, IEnumerable<SourceFile> files, IEnumerable<QuizQuestion> prepared)
    {
        var random = new Random(seed);
        var lines = Draw(random, QuizLines.In(files));
        var changes = Draw(random, prepared);

        var sheet = new StringBuilder();
        Write(sheet, $"=== SEED {seed}. LINES: which file is this line in?", lines, static line => line.Text);
        Write(sheet, "=== CHANGES: which file would you open first?", changes, static change => change.Text);
        Write(sheet, $"{AnswerMarker} LINES", lines, static line => line.File);
        Write(sheet, $"{AnswerMarker} CHANGES", changes, static change => change.File);
        return sheet.ToString();
    }

    /// <summary>Draws at most one question a file.</summary>
    private static List<QuizQuestion> Draw(Random random, IEnumerable<QuizQuestion> questions)
    {
        var all = questions.ToArray();
        random.Shuffle(all);
        return [.. all.DistinctBy(static question => question.File).Take(Count)];
    }

    private static void Write(StringBuilder sheet, string title, List<QuizQuestion> drawn, Func<QuizQuestion, string> show)
    {
        sheet.Append(title).Append('\n');
        foreach (var (index, question) in drawn.Index())
        {
            sheet.Append(CultureInfo.InvariantCulture, $"{index + 1,2}. {show(question)}\n");
        }

        sheet.Append('\n');
    }
}
