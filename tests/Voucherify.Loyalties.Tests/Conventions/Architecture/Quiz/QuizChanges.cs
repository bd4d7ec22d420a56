using System.Text.Json;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Quiz;

/// <summary>Reads the prepared change requests, each with the file that a maintainer would open for it.</summary>
internal static class QuizChanges
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<QuizQuestion> Read(string root)
    {
        var path = Path.Combine(root, "tests", "Voucherify.Loyalties.Tests", "Conventions", "Architecture", "Quiz", "Changes.json");
        var prepared = JsonSerializer.Deserialize<IReadOnlyList<QuizQuestion>>(File.ReadAllText(path), Json)!;
        return [.. prepared.Select(static question => question with { File = $"src/{MeasuredProject.Core}/{question.File}" })];
    }
}
