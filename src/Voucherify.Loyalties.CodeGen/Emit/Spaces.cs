namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The namespaces of the generated code, and of the hand-written code that it uses.</summary>
/// <param name="Public">Where the models and the interfaces of the clients are.</param>
internal sealed record Spaces(string Public)
{
    public const string Core = "Voucherify.Loyalties";
    public const string CoreCalls = Core + ".Calls";
    public const string CorePipeline = Core + ".Pipeline";
    public const string CoreResources = Core + ".Resources";
    public const string CoreSerialization = Core + ".Serialization";
    public const string CoreValidation = Core + ".Validation";
    public const string CorePagination = Core + ".Pagination";

    /// <summary>Where the clients of the resources are.</summary>
    public string Clients => $"{Public}.Resources";

    /// <summary>Where everything else is.</summary>
    public string Internal => $"{Public}.Internal";
}
