namespace Voucherify.Loyalties.V2;

/// <summary>A part of a <see cref="RuleGroup"/>: a <see cref="Rule"/>, or another group.</summary>
public abstract class RulePart
{
    private protected RulePart()
    {
    }

    /// <summary>Adds the rules to the numbered ones, and returns the logic that combines them.</summary>
    internal abstract string AddTo(List<Rule> numbered);
}
