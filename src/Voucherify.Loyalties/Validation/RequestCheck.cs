using Voucherify.Loyalties.Ids;

namespace Voucherify.Loyalties.Validation;

/// <summary>The methods with which generated code checks the body of a request, before anything is sent.</summary>
internal static class RequestCheck
{
    /// <summary>Accepts a member that must be set.</summary>
    /// <exception cref="ArgumentException">It is not set.</exception>
    public static void Require(bool isSet, string path, string member)
    {
        if (!isSet)
        {
            throw new ArgumentException($"{member} is required.", $"{path}.{member}");
        }
    }

    /// <summary>Accepts a member that is set exactly if the type names it.</summary>
    /// <param name="isSet">Whether it is set.</param>
    /// <param name="isNamed">Whether the type names it.</param>
    /// <param name="path">The place of the object.</param>
    /// <param name="member">The member.</param>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentException">It is missing, or belongs to another type.</exception>
    public static void Choose(bool isSet, bool isNamed, string path, string member, string? type)
    {
        if (isSet != isNamed)
        {
            throw new ArgumentException(
                isNamed ? $"'{type}' needs {member}." : $"'{type}' does not have {member}.",
                $"{path}.{member}");
        }
    }

    public static bool IsOneOf(string? type, params ReadOnlySpan<string> types) => type is not null && types.Contains(type);

    public static bool HasValue<TId>(TId? id)
        where TId : struct, IStringId<TId> => id is { HasValue: true };

    /// <summary>Accepts no id, or one of the right kind.</summary>
    /// <exception cref="ArgumentException">It is the id of something else.</exception>
    public static void Id<TId>(TId? id, string path, string member)
        where TId : struct, IStringId<TId>
    {
        if (id is { HasValue: true } known)
        {
            IdCheck.Require(known, $"{path}.{member}");
        }
    }

    /// <summary>Accepts ids of the right kind.</summary>
    /// <exception cref="ArgumentException">One is empty, or is the id of something else.</exception>
    public static void Ids<TId>(IReadOnlyList<TId>? ids, string path, string member)
        where TId : struct, IStringId<TId>
    {
        for (var i = 0; i < ids?.Count; i++)
        {
            IdCheck.Require(ids[i], $"{path}.{member}[{i}]");
        }
    }

    /// <summary>Checks a part, if there is one.</summary>
    /// <exception cref="ArgumentException">The part is invalid.</exception>
    public static void Part<T>(T? part, string path, string member, Action<T, string> check)
        where T : class
    {
        if (part is not null)
        {
            check(part, $"{path}.{member}");
        }
    }

    /// <summary>Checks the parts of a list.</summary>
    /// <exception cref="ArgumentException">A part is invalid or null.</exception>
    public static void Parts<T>(IReadOnlyList<T>? parts, string path, string member, Action<T, string> check)
        where T : class
    {
        for (var i = 0; i < parts?.Count; i++)
        {
            var place = $"{path}.{member}[{i}]";
            check(parts[i] ?? throw new ArgumentException("An item must not be null.", place), place);
        }
    }
}
