namespace Voucherify.Loyalties.V2;

public sealed partial record CardDefinitionAssign
{
    /// <summary>Converts the id of a card definition.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator CardDefinitionAssign(CardDefinitionId id) => new() { Id = id };

    /// <summary>Converts the id of a card definition.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator CardDefinitionAssign(string id) => new() { Id = id };
}
