namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>How a list is paged.</summary>
/// <param name="ByCursor">Whether pages follow a cursor; otherwise they have numbers.</param>
/// <param name="Items">The member of the response that holds the items.</param>
/// <param name="Item">The type of an item.</param>
internal sealed record PagingModel(bool ByCursor, PropertyModel Items, TypeRef Item);
