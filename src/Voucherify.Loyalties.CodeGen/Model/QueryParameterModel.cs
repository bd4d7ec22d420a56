namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A query parameter.</summary>
internal sealed record QueryParameterModel(PropertyModel Property, long? Minimum, long? Maximum, int? Default)
{
    public bool HasLimits => Minimum is not null || Maximum is not null;
}
