using System.Globalization;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Quiz;

public sealed class ArchitectureQuizTests
{
    private const string SeedVariable = "VOUCHERIFY_ARCH_SEED";
    private const int DefaultSeed = 1;
    private const int PreparedChanges = 25;

    private static IReadOnlyList<SourceFile> Files => field ??= ProjectSources.Read(MeasuredRoot.Path, MeasuredProject.Core).Files;

    private static IReadOnlyList<QuizQuestion> Changes => field ??= QuizChanges.Read(MeasuredRoot.Path);

    /// <summary>A command rather than a test: it runs only on request, and prints to the console.</summary>
    [Fact(Explicit = true)]
    public void Print()
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : DefaultSeed;
        Console.WriteLine(ArchitectureQuiz.Draw(seed, Files, Changes));
    }

    [Fact]
    public void Changes_name_hand_written_files_that_exist()
    {
        var written = Files.Where(static file => !file.IsGenerated).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(written, Changes.Select(static change => change.File).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Changes_are_many_and_do_not_contain_their_answers()
    {
        Assert.True(Changes.Count >= PreparedChanges, $"{Changes.Count} changes are prepared.");
        Assert.Distinct(Changes.Select(static change => change.Text));
        Assert.DoesNotContain(Changes, static change =>
            change.Text.Contains(Path.GetFileNameWithoutExtension(change.File), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Seeds_decide_what_is_drawn()
    {
        var once = ArchitectureQuiz.Draw(7, Files, Changes);

        Assert.Equal(once, ArchitectureQuiz.Draw(7, Files, Changes));
        Assert.NotEqual(once, ArchitectureQuiz.Draw(8, Files, Changes));
    }

    [Fact]
    public void Sheets_have_ten_lines_and_ten_changes_above_the_marker_and_their_files_below_it()
    {
        var sheet = ArchitectureQuiz.Draw(7, Files, Changes);
        var marker = sheet.IndexOf(ArchitectureQuiz.AnswerMarker, StringComparison.Ordinal);
        var (questions, answers) = (sheet[..marker], sheet[marker..]);

        Assert.DoesNotContain($"src/{MeasuredProject.Core}/", questions, StringComparison.Ordinal);
        Assert.Equal(2, Occurrences(questions, "\n10. "));
        Assert.Equal(20, Occurrences(answers, $"src/{MeasuredProject.Core}/"));
    }

    [Fact]
    public void Lines_are_drawn_only_if_they_say_something_and_are_in_one_hand_written_file()
    {
        const string drawn = "internal static long RoomInThePeriod(long limit, long used) => limit - used;";
        const string repeated = "internal static long NumberOfTheCallsBefore(long now) => now;";
        SourceFile[] files =
        [
            new("src/Small/A/One.cs", "A", $$"""
                using System.Collections.Generic.And.A.Long.Name.Behind;
                namespace Small.A.With.A.Name.That.Is.Long.Enough.To.Be.Drawn;
                // A comment that is certainly long enough to be drawn as a line.
                /// <summary>A comment that is certainly long enough to be drawn.</summary>
                [Obsolete("An attribute that is certainly long enough to be drawn.")]
                internal static class One_a_name_that_the_reader_would_recognize
                {
                    {{drawn}}
                    {{repeated}}
                    int Short => 1;
                }
                """),
            new("src/Small/B/Two.cs", "B", repeated),
            new("src/Small/Generated/Three.g.cs", "Generated", "internal static long FoundOnlyInTheGeneratedFile() => 12345;"),
        ];

        Assert.Equal([new QuizQuestion(drawn, "src/Small/A/One.cs")], QuizLines.In(files));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
