using System.CommandLine;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>Writes the generated code, or names the files that are stale.</summary>
internal static class GenerateCommand
{
    private const string OwnDocuments = "src/Voucherify.Loyalties/OpenApi";

    private static readonly Option<string> DocumentsOption = new("--documents")
    {
        Description = "The folder with the OpenAPI documents: platform.json, and one for each version, such as v1.json.",
        DefaultValueFactory = _ => OwnDocuments,
    };

    private static readonly Option<string> OutputOption = new("--output")
    {
        Description = "The folder to write to. Every *.g.cs file in it belongs to the generator.",
        DefaultValueFactory = _ => "src/Voucherify.Loyalties/Generated",
    };

    private static readonly Option<string> NamespaceOption = new("--namespace")
    {
        Description = "The namespace of the client. Each version has a namespace of its own below it.",
        DefaultValueFactory = _ => Namespaces.Core,
    };

    private static readonly Option<string?> OperationsOption = new("--operations")
    {
        Description = "The page to write about the operations. Default: docs/operations.md for our documents, none for others.",
    };

    private static readonly Option<bool> CheckOption = new("--check")
    {
        Description = "Writes nothing. Exits with 1 and names the stale files, if there are any.",
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(DocumentsOption);
        root.Options.Add(OutputOption);
        root.Options.Add(NamespaceOption);
        root.Options.Add(OperationsOption);
        root.Options.Add(CheckOption);
        root.SetAction(Run);
    }

    private static int Run(ParseResult arguments)
    {
        var (report, errors) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        var path = arguments.GetRequiredValue(DocumentsOption);
        if (!Directory.Exists(path))
        {
            errors.WriteLine($"There is no folder '{path}'. Run this from the root of the repository, or pass --documents.");
            return 1;
        }

        try
        {
            var output = Generator.Generate(SourceDocument.InFolder(path), arguments.GetRequiredValue(NamespaceOption));
            foreach (var fallback in output.Fallbacks)
            {
                report.WriteLine($"raw JSON at {fallback}");
            }

            var folder = new OutputFolder(arguments.GetRequiredValue(OutputOption));
            var page = arguments.GetValue(OperationsOption) ?? (path == OwnDocuments ? "docs/operations.md" : null);
            return arguments.GetValue(CheckOption) ? Check(folder, page, output, errors) : Write(folder, page, output, report);
        }
        catch (DocumentException exception)
        {
            errors.WriteLine($"No code can be generated from the documents in {path}:{Environment.NewLine}{exception.Message}");
            return 1;
        }
    }

    private static int Write(OutputFolder folder, string? page, GeneratorOutput output, TextWriter report)
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

    private static int Check(OutputFolder folder, string? page, GeneratorOutput output, TextWriter errors)
    {
        var stale = Stale(folder, page, output);
        foreach (var path in stale)
        {
            errors.WriteLine($"stale: {path}");
        }

        return stale.Count == 0 ? 0 : 1;
    }

    private static List<string> Stale(OutputFolder folder, string? page, GeneratorOutput output) =>
        page is null || IsCurrent(page, output) ? [.. folder.Stale(output.Files)] : [.. folder.Stale(output.Files), page];

    private static bool IsCurrent(string page, GeneratorOutput output) => File.Exists(page) && File.ReadAllText(page) == output.Operations;
}
