using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The namespaces and class names of a document's code, and the namespaces of the hand-written code that it uses.</summary>
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

    /// <summary>The folder of the document's files.</summary>
    public string Folder => Naming.Pascal(Document);

    /// <summary>The version without its letter, such as <c>1</c>.</summary>
    public string VersionNumber => Document[1..];

    /// <summary>The namespace of models and client interfaces.</summary>
    public string Public => IsPlatform ? Root : $"{Root}.{Folder}";

    /// <summary>The namespace of the folder. Every type that is not public is in the namespace of its folder.</summary>
    public string Internal => $"{Root}.Generated.{Folder}";

    public string Api => $"{Internal}.Api";

    /// <summary>Where the clients of the resources are, beside their hand-written halves.</summary>
    public string Clients => IsPlatform ? $"{Root}.Resources" : $"{Root}.Resources.{Folder}";

    public string Json => $"{Internal}.Json";

    /// <summary>The checks of bodies before they are sent.</summary>
    public string Checks => $"{Internal}.Checks";

    /// <summary>The class with the operations.</summary>
    public string OperationsClass => $"{Folder}Operations";

    /// <summary>The class with the JSON metadata.</summary>
    public string JsonClass => $"{Folder}Json";

    /// <summary>The class with the kinds of ids.</summary>
    public string IdsClass => $"{Folder}Ids";

    /// <summary>The client of a version.</summary>
    public string VersionClass => $"Loyalty{Folder}Client";

    /// <summary>The namespaces of the code that reads and writes records of these types.</summary>
    public IEnumerable<string> JsonOf(IEnumerable<TypeRef> types) => types
        .SelectMany(type => type.Declared)
        .Where(type => type.Kind == TypeKind.Record)
        .Select(type => (this with { Document = type.Document! }).Json);
}
