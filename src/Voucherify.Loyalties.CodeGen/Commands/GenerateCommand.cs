using System.CommandLine;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>Writes the generated code, or says which of its files are stale.</summary>
internal static class GenerateCommand
{
    private const string OwnDocument = "src/Voucherify.Loyalties/OpenApi/loyalties.json";

    private static readonly Option<string> DocumentOption = new("--document")
    {
        Description = "The OpenAPI document to read.",
        DefaultValueFactory = _ => OwnDocument,
    };

    private static readonly Option<string> OutputOption = new("--output")
    {
        Description = "The folder to write to. Every *.g.cs file in it belongs to the generator.",
        DefaultValueFactory = _ => "src/Voucherify.Loyalties/Generated",
    };

    private static readonly Option<string> NamespaceOption = new("--namespace")
    {
        Description = "The namespace of the public types.",
        DefaultValueFactory = _ => Spaces.Core,
    };

    private static readonly Option<string?> OperationsOption = new("--operations")
    {
        Description = "The page to write about the operations. Default: docs/operations.md for our document, none for another one.",
    };

    private static readonly Option<bool> CheckOption = new("--check")
    {
        Description = "Write nothing; exit with 1 and name the files that are stale.",
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(DocumentOption);
        root.Options.Add(OutputOption);
        root.Options.Add(NamespaceOption);
        root.Options.Add(OperationsOption);
        root.Options.Add(CheckOption);
        root.SetAction(Run);
    }

    private static int Run(ParseResult arguments)
    {
        var (report, errors) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        var path = arguments.GetRequiredValue(DocumentOption);
        if (!File.Exists(path))
        {
            errors.WriteLine($"There is no document at '{path}'. Run this from the root of the repository, or pass --document.");
            return 1;
        }

        try
        {
            var output = Generator.Generate(File.ReadAllText(path), arguments.GetRequiredValue(NamespaceOption));
            foreach (var fallback in output.Fallbacks)
            {
                report.WriteLine($"raw JSON at {fallback}");
            }

            var folder = new OutputFolder(arguments.GetRequiredValue(OutputOption));
            var page = arguments.GetValue(OperationsOption) ?? (path == OwnDocument ? "docs/operations.md" : null);
            return arguments.GetValue(CheckOption) ? Check(folder, page, output, errors) : Write(folder, page, output, report);
        }
        catch (DocumentException exception)
        {
            errors.WriteLine($"{path} cannot be generated from:{Environment.NewLine}{exception.Message}");
            return 1;
        }
    }

    private static int Write(OutputFolder folder, string? page, Generator.Output output, TextWriter report)
    {
        var stale = Stale(folder, page, output).Count;
        folder.Write(output.Files);
        if (page is not null && !IsCurrent(page, output))
        {
            File.WriteAllText(page, output.Operations);
        }

        report.WriteLine($"{output.Files.Count + (page is null ? 0 : 1)} files, {stale} of them changed.");
        return 0;
    }

    private static int Check(OutputFolder folder, string? page, Generator.Output output, TextWriter errors)
    {
        var stale = Stale(folder, page, output);
        foreach (var path in stale)
        {
            errors.WriteLine($"stale: {path}");
        }

        return stale.Count == 0 ? 0 : 1;
    }

    private static List<string> Stale(OutputFolder folder, string? page, Generator.Output output) =>
        page is null || IsCurrent(page, output) ? [.. folder.Stale(output.Files)] : [.. folder.Stale(output.Files), page];

    private static bool IsCurrent(string page, Generator.Output output) => File.Exists(page) && File.ReadAllText(page) == output.Operations;
}
