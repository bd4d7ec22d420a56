using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Reads a document and refuses one that is not valid.</summary>
internal static class DocumentReader
{
    /// <exception cref="DocumentException">The document is not valid OpenAPI 3.0, or breaks a rule of ours.</exception>
    public static OpenApiDocument Read(string json)
    {
        var raw = Parse(json);
        var result = OpenApiDocument.Parse(json, OpenApiConstants.Json, new OpenApiReaderSettings());
        var problems = Diagnose(result.Diagnostic).Concat(RawRules.Check(raw)).ToList();
        if (problems.Count == 0 && result.Document is { } document)
        {
            problems.AddRange(OperationRules.Check(document));
            problems.AddRange(NameRules.Check(document));
        }

        return problems.Count == 0 && result.Document is not null
            ? result.Document
            : throw new DocumentException(problems);
    }

    private static JsonNode Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) ?? throw new DocumentException(Pointers.Root, "The document is empty.");
        }
        catch (JsonException exception)
        {
            throw new DocumentException(Pointers.Root, $"The document is not JSON: {exception.Message}");
        }
    }

    private static IEnumerable<Problem> Diagnose(OpenApiDiagnostic? diagnostic)
    {
        if (diagnostic is null)
        {
            return [];
        }

        var wrongVersion = diagnostic.SpecificationVersion == OpenApiSpecVersion.OpenApi3_0
            ? Enumerable.Empty<Problem>()
            : [new Problem("#/openapi", "The document must be OpenAPI 3.0.")];
        return diagnostic.Errors.Concat(diagnostic.Warnings)
            .Select(error => new Problem(error.Pointer ?? Pointers.Root, error.Message))
            .Concat(wrongVersion);
    }
}
