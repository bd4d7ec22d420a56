using Microsoft.CodeAnalysis;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>A hand-written file is short and holds one type, which a small enum may join.</summary>
internal static class FileRule
{
    public const int MaxLines = 400;

    /// <summary>Enough for five documented values.</summary>
    public const int MaxLinesOfJoinedEnum = 15;

    public static Rule OneType { get; } = new(
        "one type per file",
        $"Give each type its own file. One enum of up to {MaxLinesOfJoinedEnum} lines may share the file of its owner.",
        static project => project.Graph.Types
            .SelectMany(static type => type.Files.Select(file => (File: file, Type: type)))
            .Where(static part => !part.File.IsGenerated)
            .GroupBy(static part => part.File, static part => part.Type)
            .Where(static file => file.Count() > 2 || (file.Count() == 2 && file.Count(IsSmallEnum) != 1))
            .Select(static file => $"{file.Key.Path}: {string.Join(", ", file.Select(static type => type.Name))}"));

    public static Rule Short { get; } = new(
        $"at most {MaxLines} lines per file",
        "Split the type.",
        static project => project.Sources.Files
            .Where(static file => !file.IsGenerated && file.Lines.Count > MaxLines)
            .Select(static file => $"{file.Path}: {file.Lines.Count} lines"));

    private static bool IsSmallEnum(TypeNode type)
    {
        var lines = type.Symbol.DeclaringSyntaxReferences[0].GetSyntax().GetLocation().GetLineSpan();
        return type.Symbol.TypeKind == TypeKind.Enum && lines.EndLinePosition.Line - lines.StartLinePosition.Line < MaxLinesOfJoinedEnum;
    }
}
