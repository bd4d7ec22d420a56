namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Names that no schema can have, because hand-written or framework types have them.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "LoyaltyClient", "ILoyaltyClient", "LoyaltyClientOptions", "LoyaltyCredentials", "LoyaltyDate", "LoyaltyMetadata", "Page",
        "RequestOptions", "StringOr", "VoucherifyCluster", "WaitOptions", "JsonElement", "Task", "CancellationToken",

        // A program with top-level statements has a class of this name, which hides every other.
        "Program",
    };

    public static IReadOnlySet<string> All => Names;
}
