using System.Globalization;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the query parameters of a method as one record.</summary>
internal static class QueryEmitter
{
    public static string Emit(OperationModel operation, Namespaces namespaces)
    {
        var query = operation.Query!;
        var writer = CodeWriter.File(
            namespaces.Public,
            ExperimentalCode.Using(operation.IsExperimental),
            ToStringEmitter.HidesAny(query.Parameters.Select(parameter => parameter.Property)) ? "System.Text" : null,
            Namespaces.CoreSerialization,
            query.HasLimits ? Namespaces.CoreValidation : null);
        writer.Summary($"The query parameters of `{operation.Id}`.").Experimental(operation.IsExperimental);
        writer.Block($"public sealed partial record {query.Name}", () =>
        {
            writer.Separated(query.Parameters, parameter => writer.Summary(parameter.Property.Doc).Line(Declaration(parameter.Property)));
            writer.Line();
            ToValues(writer, operation);
            if (query.HasLimits)
            {
                Check(writer, query);
            }

            ToStringEmitter.Emit(writer, [.. query.Parameters.Select(parameter => parameter.Property)]);
        });
        return writer.ToString();
    }

    private static string Declaration(PropertyModel property) => property.Required
        ? $"public required {property.Type.CSharp} {property.Name} {{ get; init; }}"
        : $"public {property.Type.CSharp}? {property.Name} {{ get; init; }}";

    private static void ToValues(CodeWriter writer, OperationModel operation) => writer
        .Summary("Returns the parameters in their wire format.")
        .Block("internal NamedValues ToValues()", () => writer
            .Line("var values = new NamedValues();")
            .Lines(operation.Query!.Parameters.Select(parameter => WireValueCode.Add(
                parameter.Property,
                XmlDocs.Literal(parameter.Property.Wire),
                nullable: !parameter.Property.Required,
                indexed: false,
                operation.Pointer)))
            .Line("return values;"));

    private static void Check(CodeWriter writer, QueryModel query) => writer
        .Line()
        .Summary("Throws if a number is outside the limits of the service.")
        .Block("internal void Check()", () => writer.Lines(query.Parameters.Where(parameter => parameter.HasLimits).Select(Check)));

    private static string Check(QueryParameterModel parameter)
    {
        var name = parameter.Property.Name;
        var (minimum, maximum) = (Number(parameter.Minimum ?? long.MinValue), Number(parameter.Maximum ?? long.MaxValue));
        return $"Limits.Check({name}, {minimum}, {maximum}, \"query.{name}\");";
    }

    private static string Number(long value) => value switch
    {
        long.MinValue => "long.MinValue",
        long.MaxValue => "long.MaxValue",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
