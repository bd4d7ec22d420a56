namespace Voucherify.Loyalties.V2;

public sealed partial record TierStructureAssign
{
    /// <summary>Converts the id of a tier structure.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator TierStructureAssign(TierStructureId id) => new() { Id = id };

    /// <summary>Converts the id of a tier structure.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator TierStructureAssign(string id) => new() { Id = id };
}
