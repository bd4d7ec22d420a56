namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>How to tell after a lost response whether an operation was applied.</summary>
/// <param name="ReadId">The id of the operation that reads the evidence.</param>
internal abstract record EvidenceModel(string ReadId);
