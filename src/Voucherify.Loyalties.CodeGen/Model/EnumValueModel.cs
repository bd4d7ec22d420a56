namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A known value of an open enum.</summary>
internal sealed record EnumValueModel(string Name, string Wire, string Doc);
