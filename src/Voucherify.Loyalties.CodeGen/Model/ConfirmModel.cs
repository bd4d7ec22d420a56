namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>An object that was read tells by one of its members whether a guarded operation was applied.</summary>
/// <param name="ReadId">The id of the operation that reads the object.</param>
/// <param name="Member">The member of the response that tells it, an open enum.</param>
/// <param name="Value">The value of the member once the operation was applied.</param>
internal sealed record ConfirmModel(string ReadId, PropertyModel Member, string Value) : EvidenceModel(ReadId);
