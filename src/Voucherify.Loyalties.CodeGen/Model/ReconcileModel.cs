namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The list of a kind shows by the name whether an object was created.</summary>
/// <param name="ReadId">The id of the operation that lists such objects.</param>
/// <param name="Id">The member with the id of the object.</param>
/// <param name="Name">The member with the name, in the request and in the response.</param>
/// <param name="CreatedAt">The member with the time of the creation.</param>
/// <param name="Unlisted">The members of the request that the list does not have.</param>
internal sealed record ReconcileModel(
    string ReadId, PropertyModel Id, PropertyModel Name, PropertyModel CreatedAt, IReadOnlyList<string> Unlisted) : EvidenceModel(ReadId);
