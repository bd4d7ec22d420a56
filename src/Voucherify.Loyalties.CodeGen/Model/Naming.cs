using System.Text;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>C# names for the names in the documents.</summary>
internal static class Naming
{
    /// <summary>Names such as <c>more_starting_after</c>, <c>$not_in</c> and <c>customer.order.paid</c> in PascalCase.</summary>
    public static string Pascal(string wire)
    {
        var name = new StringBuilder();
        var isStartOfWord = true;
        var isAllUpper = !wire.Any(char.IsLower);
        foreach (var character in wire)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                isStartOfWord = true;
                continue;
            }

            name.Append(isStartOfWord ? char.ToUpperInvariant(character) : isAllUpper ? char.ToLowerInvariant(character) : character);
            isStartOfWord = false;
        }

        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? $"Value{name}" : name.ToString();
    }

    /// <summary>The same for a parameter or a variable.</summary>
    public static string Camel(string wire)
    {
        var pascal = Pascal(wire);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>The words of a C# name in lower case, with underscores between them.</summary>
    public static string Snake(string name) =>
        string.Concat(name.Select((letter, at) => (at > 0 && char.IsUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter)));

    /// <summary>The name of an enum value. A leading dash means descending order.</summary>
    public static string EnumValue(string wire) =>
        wire.StartsWith('-') && wire.Any(char.IsAsciiLetter) ? $"{Pascal(wire)}Descending" : Pascal(wire);

    /// <summary>The name of a member, which must differ from the name of its type.</summary>
    public static string Member(string wire, string owner)
    {
        var name = Pascal(wire);
        return name == owner || name is "ToString" or "Equals" or "GetHashCode" or "GetType" ? $"{name}Value" : name;
    }
}
