namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The filter operators on strings (documented). The two about null are constant, because an id is never null.</summary>
internal static class StringCondition
{
    public static Func<string, bool>? Build(string @operator, List<string> operands) => @operator switch
    {
        "$in" => value => operands.Contains(value, StringComparer.Ordinal),
        "$not_in" => value => !operands.Contains(value, StringComparer.Ordinal),
        "$is" => value => string.Equals(value, operands[0], StringComparison.Ordinal),
        "$is_not" => value => !string.Equals(value, operands[0], StringComparison.Ordinal),
        "$starts_with" => value => value.StartsWith(operands[0], StringComparison.Ordinal),
        "$ends_with" => value => value.EndsWith(operands[0], StringComparison.Ordinal),
        "$contains" => value => value.Contains(operands[0], StringComparison.Ordinal),
        "$not_contain" => value => !value.Contains(operands[0], StringComparison.Ordinal),
        "$has_value" => static _ => true,
        "$is_unknown" => static _ => false,
        _ => null,
    };
}
