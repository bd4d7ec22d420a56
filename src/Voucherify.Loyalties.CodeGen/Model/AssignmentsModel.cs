namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The list of what is assigned tells whether a batch of assignments was applied.</summary>
/// <param name="ReadId">The id of the operation that lists what is assigned.</param>
/// <param name="Row">The type of a row of the list.</param>
/// <param name="Key">The member of a row with the id of what is assigned.</param>
internal sealed record AssignmentsModel(string ReadId, TypeRef Row, PropertyModel Key) : EvidenceModel(ReadId);
