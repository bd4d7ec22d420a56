using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V2;

/// <summary>
/// Conditions of an <see cref="Earning"/> or of a <see cref="RewardCost"/>. It converts to the JSON of their <c>Rules</c>: numbered rules,
/// and a logic such as <c>1 and (2 or 3)</c>.
/// </summary>
/// <example><c>Rules = RuleGroup.All(Rule.OrderAmount.MoreThan(5_000), Rule.CustomerMetadata("tier").Is("gold"))</c></example>
public sealed class RuleGroup : RulePart
{
    private readonly string _word;
    private readonly RulePart[] _parts;

    private RuleGroup(string word, RulePart[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length == 0 || Array.Exists(parts, static part => part is null))
        {
            throw new ArgumentException("A group needs at least one rule, and no rule may be null.", nameof(parts));
        }

        (_word, _parts) = (word, [.. parts]);
    }

    /// <summary>Converts the group to the JSON of <c>Rules</c>.</summary>
    /// <param name="group">The group.</param>
    public static implicit operator JsonElement(RuleGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.ToJson();
    }

    /// <summary>Combines rules and groups that must all hold.</summary>
    /// <param name="parts">The rules and groups, at least one. The group of a reward's cost has at most nine rules.</param>
    /// <exception cref="ArgumentException">There is no rule, or one is null.</exception>
    public static RuleGroup All(params RulePart[] parts) => new("and", parts);

    /// <summary>Combines rules and groups of which one must hold.</summary>
    /// <param name="parts">The rules and groups, at least one. The group of a reward's cost has at most nine rules.</param>
    /// <exception cref="ArgumentException">There is no rule, or one is null.</exception>
    public static RuleGroup Any(params RulePart[] parts) => new("or", parts);

    /// <summary>Returns the JSON of <c>Rules</c>.</summary>
    /// <exception cref="InvalidOperationException">A rule has no condition.</exception>
    public JsonElement ToJson() => JsonContent.Of(writer =>
    {
        var numbered = new List<Rule>();
        writer.WriteStartObject();
        writer.WriteString("logic", Combine(numbered));
        for (var number = 1; number <= numbered.Count; number++)
        {
            writer.WritePropertyName(number.ToString(CultureInfo.InvariantCulture));
            numbered[number - 1].WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    /// <summary>The JSON of <c>Rules</c>.</summary>
    public override string ToString() => ToJson().GetRawText();

    internal override string AddTo(List<Rule> numbered) => _parts.Length == 1 ? _parts[0].AddTo(numbered) : $"({Combine(numbered)})";

    private string Combine(List<Rule> numbered) => string.Join($" {_word} ", _parts.Select(part => part.AddTo(numbered)));
}
