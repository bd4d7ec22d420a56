using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Ids;

namespace Voucherify.Loyalties.Validation;

/// <summary>Checks ids before anything is sent.</summary>
internal static class IdCheck
{
    /// <summary>Returns the string of an id that is required.</summary>
    /// <exception cref="ArgumentException">There is no id, it is the id of something else, or it cannot be a path segment.</exception>
    public static string Require<TId>(TId id, [CallerArgumentExpression(nameof(id))] string? name = null)
        where TId : struct, IStringId<TId>
    {
        if (!id.HasValue)
        {
            throw new ArgumentException($"The id of {TId.Kind.WithArticle} is required, but this one has no value.", name);
        }

        Validate.PathSegment(id.Value, name);
        RefuseOtherKinds(id, name);
        return id.Value;
    }

    /// <summary>Returns the string of an optional id, or null.</summary>
    /// <exception cref="ArgumentException">It is the id of something else, or it cannot be a path segment.</exception>
    public static string? Allow<TId>(TId id, [CallerArgumentExpression(nameof(id))] string? name = null)
        where TId : struct, IStringId<TId> => id.HasValue ? Require(id, name) : null;

    // An id that matches no kind passes: the service may change the form of its ids, and a member or a campaign can also be given by name.
    private static void RefuseOtherKinds<TId>(TId id, string? name)
        where TId : struct, IStringId<TId>
    {
        if (TId.Kind.Matches(id.Value))
        {
            return;
        }

        foreach (var kind in TId.Kinds)
        {
            if (kind.Matches(id.Value))
            {
                throw new ArgumentException(
                    $"The value begins with '{kind.Prefix}': it is the id of {kind.WithArticle},"
                    + $" but the id of {TId.Kind.WithArticle} is expected.",
                    name);
            }
        }
    }
}
