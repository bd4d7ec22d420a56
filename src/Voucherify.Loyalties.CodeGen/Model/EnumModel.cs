namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>An open enum.</summary>
internal sealed record EnumModel(TypeRef Type, string Doc, IReadOnlyList<EnumValueModel> Values)
{
    public string Name => Type.Name!;

    /// <summary>No public member has it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Only experimental operations use it.</summary>
    public bool IsExperimental { get; init; }
}
