namespace Voucherify.Loyalties.Ids;

/// <summary>An id with its own type: a string, or no value.</summary>
internal interface IStringId<TSelf>
    where TSelf : struct, IStringId<TSelf>
{
    /// <summary>Whether there is an id.</summary>
    bool HasValue { get; }

    /// <summary>The id; empty if there is none.</summary>
    string Value { get; }

    /// <summary>What the id identifies.</summary>
    static abstract IdKind Kind { get; }

    /// <summary>All kinds of id that could be mistaken for each other.</summary>
    static abstract ReadOnlySpan<IdKind> Kinds { get; }

    static abstract TSelf Create(string value);
}
