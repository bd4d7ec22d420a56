using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The namespaces of a document's code, and of the hand-written code that it uses.</summary>
/// <param name="Root">The namespace of the client.</param>
/// <param name="Document">The name of the document.</param>
internal sealed record Namespaces(string Root, string Document)
{
    public const string Core = "Voucherify.Loyalties";
    public const string CoreCalls = Core + ".Calls";
    public const string CoreIds = Core + ".Ids";
    public const string CoreResources = Core + ".Resources";
    public const string CoreSerialization = Core + ".Serialization";
    public const string CoreValidation = Core + ".Validation";
    public const string CorePagination = Core + ".Pagination";

    public bool IsPlatform => Document == SourceDocument.Platform;

    /// <summary>The folder of the document's files, and the last part of its namespaces.</summary>
    public string Folder => Naming.Pascal(Document);

    /// <summary>Where the models and the interfaces of the clients are.</summary>
    public string Public => IsPlatform ? Root : $"{Root}.{Folder}";

    /// <summary>Where everything else is: in the namespace of its folder.</summary>
    public string Internal => $"{Root}.Generated.{Folder}";

    public string Api => $"{Internal}.Api";

    /// <summary>Where the clients of the resources are, beside their hand-written halves.</summary>
    public string Clients => IsPlatform ? $"{Root}.Resources" : $"{Root}.Resources.{Folder}";

    public string Json => $"{Internal}.Json";

    /// <summary>The class with the metadata of the operations.</summary>
    public string OperationsClass => $"{Folder}Operations";

    /// <summary>The class that knows how the models are read and written.</summary>
    public string JsonClass => $"{Folder}Json";

    /// <summary>The class with the kinds of ids.</summary>
    public string IdsClass => $"{Folder}Ids";

    /// <summary>The client of a version.</summary>
    public string VersionClass => $"Loyalty{Folder}Client";

    /// <summary>The namespaces of the code that reads and writes records of these types.</summary>
    public IEnumerable<string> JsonOf(IEnumerable<TypeRef> types) => types
        .SelectMany(type => type.Declared)
        .Where(type => type.Kind == TypeKind.Record)
        .Select(type => (this with { Document = type.Document! }).Json)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
