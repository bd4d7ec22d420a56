namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The body of a successful response.</summary>
internal sealed record ResponseModel(TypeRef Type, string Doc);
