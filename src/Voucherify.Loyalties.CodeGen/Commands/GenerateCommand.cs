using System.CommandLine;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>Writes the generated code, or says which of its files are stale.</summary>
internal static class GenerateCommand
{
    private static readonly Option<string> DocumentOption = new("--document")
    {
        Description = "The OpenAPI document to read.",
        DefaultValueFactory = _ => "src/Voucherify.Loyalties/OpenApi/loyalties.json",
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

    private static readonly Option<bool> CheckOption = new("--check")
    {
        Description = "Write nothing; exit with 1 and name the files that are stale.",
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(DocumentOption);
        root.Options.Add(OutputOption);
        root.Options.Add(NamespaceOption);
        root.Options.Add(CheckOption);
        root.SetAction(Run);
    }

    private static int Run(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(DocumentOption);
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no document at '{path}'. Run this from the root of the repository, or pass --document.");
            return 1;
        }

        try
        {
            var output = Generator.Generate(File.ReadAllText(path), arguments.GetRequiredValue(NamespaceOption));
            foreach (var fallback in output.Fallbacks)
            {
                Console.WriteLine($"raw JSON at {fallback}");
            }

            var folder = new OutputFolder(arguments.GetRequiredValue(OutputOption));
            return arguments.GetValue(CheckOption) ? Check(folder, output) : Write(folder, output);
        }
        catch (DocumentException exception)
        {
            Console.Error.WriteLine($"{path} cannot be generated from:{Environment.NewLine}{exception.Message}");
            return 1;
        }
    }

    private static int Write(OutputFolder folder, Generator.Output output)
    {
        var stale = folder.Stale(output.Files).Count;
        folder.Write(output.Files);
        Console.WriteLine($"{output.Files.Count} files, {stale} of them changed.");
        return 0;
    }

    private static int Check(OutputFolder folder, Generator.Output output)
    {
        var stale = folder.Stale(output.Files);
        foreach (var path in stale)
        {
            Console.Error.WriteLine($"stale: {path}");
        }

        return stale.Count == 0 ? 0 : 1;
    }
}
