namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>How a list is paged.</summary>
/// <param name="Style">How the pages follow each other.</param>
/// <param name="Items">The C# member of the response that holds the items.</param>
/// <param name="Item">The type of an item.</param>
internal sealed record PagingModel(PagingStyle Style, string Items, TypeRef Item);

/// <summary>How the pages of a list follow each other.</summary>
internal enum PagingStyle
{
    /// <summary>After the id of an item.</summary>
    Cursor,

    /// <summary>By their numbers.</summary>
    Number,

    /// <summary>By a cursor that the service sends with each page, and forgets after a while.</summary>
    ExpiringCursor,
}
