namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// Decides what is not compared at all, because it follows from our way to model and not from a fact about one operation.
/// Names of properties, types, values of requests and operations are always compared.
/// </summary>
internal static class ComparisonRules
{
    // In a response, a string with one possible value ("object": "balance") says no more than its place does. Ours is a plain string.
    public static bool IsMarker(EffectiveSchema vendor, EffectiveSchema ours, bool isRequest) =>
        !isRequest && vendor.Enum.Count <= 1 && ours.Enum.Count <= 1;

    // The vendor documents these once, for every operation. Our documents repeat them at each.
    public static bool IsGeneralError(string status) => status is "401" or "429";
}
