using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Internal;

/// <summary>Checks of arguments before anything is sent.</summary>
internal static class Guard
{
    /// <summary>Accepts a string that stays one segment of a path once it is percent-encoded.</summary>
    /// <exception cref="ArgumentException">The value is null, empty, white space, <c>.</c> or <c>..</c> (also percent-encoded).</exception>
    public static void PathSegment(string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        var decoded = value.Contains('%', StringComparison.Ordinal)
            ? value.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase)
            : value;
        if (decoded is "." or "..")
        {
            throw new ArgumentException($"'{value}' is not an id: as a part of a path it would name another resource.", name);
        }
    }
}
