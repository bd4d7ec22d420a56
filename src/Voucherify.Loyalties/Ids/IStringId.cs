namespace Voucherify.Loyalties.Ids;

/// <summary>An id with a type of its own: a string, or no value.</summary>
internal interface IStringId<TSelf>
    where TSelf : struct, IStringId<TSelf>
{
    /// <summary>Whether there is an id.</summary>
    bool HasValue { get; }

    /// <summary>The id, or an empty string if there is none.</summary>
    string Value { get; }

    /// <summary>What the id identifies.</summary>
    static abstract IdKind Kind { get; }

    /// <summary>All kinds of ids that can be mistaken for each other.</summary>
    static abstract ReadOnlySpan<IdKind> Kinds { get; }

    static abstract TSelf Create(string value);
}
