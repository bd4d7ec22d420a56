namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A member whose value says which others are set.</summary>
/// <param name="Member">The member, an open enum.</param>
/// <param name="Values">The known values, each with the members that it needs, by their names on the wire.</param>
internal sealed record ChoiceModel(PropertyModel Member, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>The members that a value decides about, each with the values that need it.</summary>
    public IEnumerable<(string Wire, IReadOnlyList<string> NeededBy)> Chosen => Values
        .SelectMany(value => value.Value)
        .Distinct(StringComparer.Ordinal)
        .Select(wire => (wire, (IReadOnlyList<string>)[.. Values.Where(value => value.Value.Contains(wire)).Select(value => value.Key)]));
}
