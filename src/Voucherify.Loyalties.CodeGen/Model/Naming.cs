using System.Text;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>C# names for the names in the document.</summary>
internal static class Naming
{
    /// <summary>Names that hand-written public types have.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "LoyaltyClient", "ILoyaltyClient", "LoyaltyClientOptions", "LoyaltyCredentials", "LoyaltyDate", "LoyaltyOperations",
        "LoyaltyJson", "RequestOptions", "StringOr", "VoucherifyCluster", "WaitOptions", "JsonElement", "Task", "CancellationToken",
    };

    /// <summary><c>more_starting_after</c>, <c>$not_in</c>, <c>customer.order.paid</c> and the like in PascalCase.</summary>
    public static string Pascal(string wire)
    {
        var name = new StringBuilder();
        var upper = true;
        var shouting = !wire.Any(char.IsLower);
        foreach (var character in wire)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(character) : shouting ? char.ToLowerInvariant(character) : character);
            upper = false;
        }

        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? $"Value{name}" : name.ToString();
    }

    /// <summary>The same as the name of a parameter.</summary>
    public static string Camel(string wire)
    {
        var pascal = Pascal(wire);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>The name of an enum value; a leading dash is the descending order.</summary>
    public static string EnumValue(string wire) =>
        wire.StartsWith('-') && wire.Any(char.IsAsciiLetter) ? $"{Pascal(wire)}Descending" : Pascal(wire);

    /// <summary>A member must not have the name of its type.</summary>
    public static string Member(string wire, string owner)
    {
        var name = Pascal(wire);
        return name == owner || name is "ToString" or "Equals" or "GetHashCode" or "GetType" ? $"{name}Value" : name;
    }
}
