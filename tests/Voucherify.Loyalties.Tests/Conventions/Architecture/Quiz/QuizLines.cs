namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Quiz;

/// <summary>Finds the lines of code that a reader of the architecture page should be able to place.</summary>
internal static class QuizLines
{
    /// <summary>Shorter lines say too little.</summary>
    public const int MinLength = 40;

    /// <summary>The beginnings of lines that are no statement: imports, comments, attributes, and what belongs to the compiler.</summary>
    private static readonly string[] Trivial = ["using ", "namespace ", "//", "[", "#"];

    /// <summary>Returns the lines of the hand-written files that are long enough, in one file only, and do not contain its type's name.</summary>
    public static IEnumerable<QuizQuestion> In(IEnumerable<SourceFile> files) => files
        .Where(static file => !file.IsGenerated)
        .SelectMany(static file => file.Lines.Select(line => (Text: line.Trim(), File: file)))
        .Where(static line => line.Text.Length >= MinLength && !Array.Exists(Trivial, start => StartsWith(line.Text, start)))
        .GroupBy(static line => line.Text)
        .Where(static same => same.Count() == 1)
        .Select(static same => same.Single())
        .Where(static line => !line.Text.Contains(TypeOf(line.File), StringComparison.Ordinal))
        .Select(static line => new QuizQuestion(line.Text, line.File.Path));

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static string TypeOf(SourceFile file) => Path.GetFileName(file.Path).Split('.')[0];
}
