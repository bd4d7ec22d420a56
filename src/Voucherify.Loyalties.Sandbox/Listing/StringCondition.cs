namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The operators on texts (D). The two about null are constant: an id is never null.</summary>
internal static class StringCondition
{
    public static Func<string, bool>? Build(string @operator, List<string> values) => @operator switch
    {
        "$in" => text => values.Contains(text, StringComparer.Ordinal),
        "$not_in" => text => !values.Contains(text, StringComparer.Ordinal),
        "$is" => text => string.Equals(text, values[0], StringComparison.Ordinal),
        "$is_not" => text => !string.Equals(text, values[0], StringComparison.Ordinal),
        "$starts_with" => text => text.StartsWith(values[0], StringComparison.Ordinal),
        "$ends_with" => text => text.EndsWith(values[0], StringComparison.Ordinal),
        "$contains" => text => text.Contains(values[0], StringComparison.Ordinal),
        "$not_contain" => text => !text.Contains(values[0], StringComparison.Ordinal),
        "$has_value" => _ => true,
        "$is_unknown" => _ => false,
        _ => null,
    };
}
