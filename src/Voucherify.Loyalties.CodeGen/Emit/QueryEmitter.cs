using System.Globalization;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The optional query parameters of a method, as one record.</summary>
internal static class QueryEmitter
{
    public static string Emit(OperationModel operation, Namespaces spaces)
    {
        var query = operation.Query!;
        var writer = CodeWriter.File(spaces.Public, Namespaces.CoreSerialization, query.HasLimits ? Namespaces.CoreValidation : null);
        writer.Summary($"What to ask of `{operation.Id}`.");
        writer.Block($"public sealed partial record {query.Name}", () =>
        {
            writer.Separated(query.Parameters, parameter => writer.Summary(parameter.Property.Doc).Line(Declaration(parameter.Property)));
            writer.Line();
            ToValues(writer, operation);
            if (query.HasLimits)
            {
                Check(writer, query);
            }
        });
        return writer.ToString();
    }

    private static string Declaration(PropertyModel property) => property.Required
        ? $"public required {property.Type.CSharp} {property.Name} {{ get; init; }}"
        : $"public {property.Type.CSharp}? {property.Name} {{ get; init; }}";

    private static void ToValues(CodeWriter writer, OperationModel operation) => writer
        .Summary("The parameters as they go on the wire.")
        .Block("internal NamedValues ToValues()", () => writer
            .Line("var values = new NamedValues();")
            .Lines(operation.Query!.Parameters.Select(parameter => WireValues.Add(
                parameter.Property,
                Docs.Literal(parameter.Property.Wire),
                nullable: !parameter.Property.Required,
                indexed: false,
                operation.Pointer)))
            .Line("return values;"));

    private static void Check(CodeWriter writer, QueryModel query) => writer
        .Line()
        .Summary("Throws for a number that the service does not accept.")
        .Block("internal void Check()", () => writer.Lines(query.Parameters
            .Where(parameter => parameter.Minimum is not null || parameter.Maximum is not null)
            .Select(parameter => $"Limits.Check({parameter.Property.Name}, {Text(parameter.Minimum ?? long.MinValue)}, {Text(parameter.Maximum ?? long.MaxValue)}, \"query.{parameter.Property.Name}\");")));

    private static string Text(long value) => value switch
    {
        long.MinValue => "long.MinValue",
        long.MaxValue => "long.MaxValue",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
