using System.CommandLine;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>Compares our documents with the vendor's, and fails if a difference is not explained.</summary>
internal static class DriftCommand
{
    /// <summary>The vendor's documents that ours are made from.</summary>
    private static readonly string[] FileNames =
    [
        "loyalties.json", "loyalties-v2.json", "exports.json", "async-actions.json", "oauth.json", "customers.json", "orders.json",
        "events.json", "events-campaign.json", "events-customer.json", "events-voucher.json",
    ];

    private static readonly Option<string[]> VendorOption = new("--vendor")
    {
        Description = $"The vendor's documents: files, or a folder with {string.Join(", ", FileNames)}.",
        DefaultValueFactory = _ => ["../shared/openapi"],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> DocumentsOption = new("--documents")
    {
        Description = "The folder with our documents.",
        DefaultValueFactory = _ => "src/Voucherify.Loyalties/OpenApi",
    };

    private static readonly Option<string> ReviewedOption = new("--reviewed")
    {
        Description = "The file with the intended differences and their reasons.",
        DefaultValueFactory = _ => "src/Voucherify.Loyalties/OpenApi/differences.json",
    };

    private static readonly Option<bool> WriteOption = new("--write")
    {
        Description = "Updates the reviewed file: removes entries that match nothing, and adds new differences with an empty reason, "
            + "which fails until there is one.",
    };

    public static Command Create()
    {
        var command = new Command(
            "drift",
            "Compares our documents with the vendor's. Exits with 1 if the reviewed file does not explain a difference.");
        command.Options.Add(VendorOption);
        command.Options.Add(DocumentsOption);
        command.Options.Add(ReviewedOption);
        command.Options.Add(WriteOption);
        command.SetAction(Run);
        return command;
    }

    /// <summary>Our documents, under the names that pointers into them begin with.</summary>
    internal static IReadOnlyList<ContractDocument> Ours(IEnumerable<SourceDocument> documents) =>
        ContractDocument.ParseAll(documents.Select(document => ($"ours/{document.Name}.json", document.Json)));

    /// <summary>Reads the vendor's documents: files, or the known files of a folder.</summary>
    internal static IReadOnlyList<ContractDocument> Read(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany(path => Directory.Exists(path) ? FileNames.Select(name => Path.Combine(path, name)) : [path])
            .Select(path => ContractDocument.Parse(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static int Run(ParseResult arguments)
    {
        var (output, errors) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        try
        {
            var vendor = Read(arguments.GetRequiredValue(VendorOption));
            var ours = Ours(SourceDocument.InFolder(arguments.GetRequiredValue(DocumentsOption)));
            var path = arguments.GetRequiredValue(ReviewedOption);
            var report = DriftReport.Of(OperationComparer.Compare(vendor, ours), ReviewedDifferences.Parse(File.ReadAllText(path)));
            return arguments.GetValue(WriteOption) ? Write(path, report, output) : Print(report, output, errors);
        }
        catch (Exception exception) when (exception is DocumentException or IOException)
        {
            errors.WriteLine(exception.Message);
            return 1;
        }
    }

    private static int Print(DriftReport report, TextWriter output, TextWriter errors)
    {
        foreach (var problem in report.Problems)
        {
            errors.WriteLine(problem);
        }

        output.WriteLine($"{report.Explained.Count} differences are explained, {report.Unexplained.Count} are not. "
            + $"There are {report.Problems.Count} things to do.");
        return report.Problems.Count == 0 ? 0 : 1;
    }

    private static int Write(string path, DriftReport report, TextWriter output)
    {
        var added = report.Unexplained.Select(difference => new ReviewedDifference(difference.Pointer, difference.What, string.Empty));
        File.WriteAllText(path, ReviewedDifferences.Write(report.Explained.Concat(added)));
        output.WriteLine($"Added {report.Unexplained.Count} entries, which need a reason. Removed {report.Obsolete.Count}.");
        return 0;
    }
}
