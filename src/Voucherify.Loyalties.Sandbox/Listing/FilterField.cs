namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>
/// Something that a list of the v2 API can be filtered by (documented). It builds the condition of an operator, or returns null if the
/// operator or its values are invalid.
/// </summary>
internal delegate Func<T, bool>? FilterField<in T>(
    string @operator,
    IReadOnlyList<string> values,
    DateTimeOffset now,
    FilterContext context);
