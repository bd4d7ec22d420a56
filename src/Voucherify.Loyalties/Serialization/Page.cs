using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties;

/// <summary>One page of a list of version 2 of the API.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed record Page<T> : IDatedPage
{
    /// <summary>
    /// The items, or <see langword="null"/> if the service sent no list. An empty page need not be the last one: see
    /// <see cref="NextCursor"/>.
    /// </summary>
    public IReadOnlyList<T>? Items { get; init; }

    /// <summary>The cursor of the next page, or <see langword="null"/> if this is the last one.</summary>
    public string? NextCursor { get; init; }

    /// <summary>
    /// When the service forgets the cursor, if it says so. Request the next page before that, with the query of this page and
    /// <see cref="NextCursor"/> as its cursor.
    /// </summary>
    public DateTimeOffset? CursorExpiresAt { get; init; }

    /// <summary>
    /// The service's clock when it made the page: the response's <c>Date</c>. Null if the response had none. Set by the client.
    /// </summary>
    public DateTimeOffset? AsOf { get; internal set; }

    DateTimeOffset? IDatedPage.AsOf
    {
        set => AsOf = value;
    }
}
