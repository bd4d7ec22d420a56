namespace Voucherify.Loyalties.V2;

public sealed partial record EarningRuleAssign
{
    /// <summary>Converts the id of an earning rule.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator EarningRuleAssign(EarningRuleId id) => new() { Id = id };

    /// <summary>Converts the id of an earning rule.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator EarningRuleAssign(string id) => new() { Id = id };
}
