namespace Voucherify.Loyalties.Ids;

/// <summary>An id with a type of its own: a string, or nothing.</summary>
internal interface IStringId<TSelf>
    where TSelf : struct, IStringId<TSelf>
{
    /// <summary>Whether there is an id.</summary>
    bool HasValue { get; }

    /// <summary>The id; empty where there is none.</summary>
    string Value { get; }

    /// <summary>What it is the id of.</summary>
    static abstract IdKind Kind { get; }

    /// <summary>All kinds of ids that could be mistaken for each other.</summary>
    static abstract ReadOnlySpan<IdKind> Kinds { get; }

    static abstract TSelf Create(string value);
}
