namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The query parameters of an operation, as one record.</summary>
internal sealed record QueryModel(string Name, IReadOnlyList<QueryParameterModel> Parameters)
{
    public bool HasLimits => Parameters.Any(parameter => parameter.HasLimits);

    public bool HasRequired => Parameters.Any(parameter => parameter.Property.Required);
}
