namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The namespaces of the generated code, and of the hand-written code that it uses.</summary>
/// <param name="Public">Where the models and the interfaces of the clients are.</param>
internal sealed record Spaces(string Public)
{
    public const string Core = "Voucherify.Loyalties";
    public const string CoreInternal = Core + ".Internal";
    public const string CoreJson = CoreInternal + ".Json";
    public const string CoreWire = CoreInternal + ".Wire";
    public const string CorePagination = Core + ".Pagination";

    /// <summary>Where everything else is.</summary>
    public string Internal => $"{Public}.Internal";
}
