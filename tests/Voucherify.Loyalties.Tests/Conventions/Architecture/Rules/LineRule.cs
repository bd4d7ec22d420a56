namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>Lines fit on a screen, generated ones included: people review them and step into them.</summary>
internal static class LineRule
{
    public const int MaxLength = 140;

    public static Rule Rule { get; } = new(
        $"lines have at most {MaxLength} characters",
        "Break the line.",
        static project => ViolationsIn(project.Sources.Files));

    public static IEnumerable<string> ViolationsIn(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines.Index()
        where line.Item.Length > MaxLength
        select $"{file.Path}({line.Index + 1}): {line.Item.Length} characters";
}
