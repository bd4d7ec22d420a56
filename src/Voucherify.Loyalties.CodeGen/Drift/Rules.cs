namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// What is not compared at all, because it follows from how we model and not from a fact about one operation. docs/internals/drift.md lists it.
/// Names of properties, types, values of requests and operations are never ruled away.
/// </summary>
internal static class Rules
{
    // In an answer, a text with one possible value tells nothing that its place does not tell: "object": "balance". It is a plain text in ours.
    public static bool IsMarker(Shape vendor, Shape ours, bool isRequest) =>
        !isRequest && vendor.Enum.Count <= 1 && ours.Enum.Count <= 1;

    // The vendor documents these two in its general pages, for every operation; ours says it at each.
    public static bool IsGeneralError(string status) => status is "401" or "429";
}
