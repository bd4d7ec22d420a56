using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Reads the documents and refuses invalid ones.</summary>
internal static class DocumentReader
{
    /// <exception cref="DocumentException">A document is not valid OpenAPI 3.0, or breaks one of the rules in this folder.</exception>
    public static IReadOnlyList<ApiDocument> Read(IReadOnlyList<SourceDocument> sources)
    {
        var platform = Parse(sources.FirstOrDefault(source => source.Name == SourceDocument.Platform)
            ?? throw new DocumentException(SourceDocument.RootOf(SourceDocument.Platform), "There is no such document."));
        var problems = new List<Problem>();
        var documents = sources.Select(source => Read(source, platform, problems)).OfType<ApiDocument>().ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(documents.SelectMany(document => OperationRules.Check(document, documents)));
            problems.AddRange(documents.SelectMany(IdRules.Check));
            problems.AddRange(documents.SelectMany(document => NameRules.Check(document, documents)));
        }

        return problems.Count == 0 ? documents : throw new DocumentException(problems);
    }

    private static ApiDocument? Read(SourceDocument source, JsonNode platform, List<Problem> problems)
    {
        var root = SourceDocument.RootOf(source.Name);
        var json = Parse(source);
        problems.AddRange(JsonRules.Check(json, root));
        var shared = SharedComponents.CopyInto(json, platform, root);
        problems.AddRange(shared.Problems);
        var result = OpenApiDocument.Parse(json.ToJsonString(), OpenApiConstants.Json, new OpenApiReaderSettings());
        problems.AddRange(Diagnose(result.Diagnostic, source.Name));
        return result.Document is { } document
            ? new(source.Name, document, shared.Schemas) { NamedSchemas = shared.NamedSchemas }
            : null;
    }

    private static JsonObject Parse(SourceDocument source)
    {
        var root = SourceDocument.RootOf(source.Name);
        try
        {
            return JsonNode.Parse(source.Json) as JsonObject ?? throw new DocumentException(root, "The document is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new DocumentException(root, $"The document is not JSON: {exception.Message}");
        }
    }

    private static IEnumerable<Problem> Diagnose(OpenApiDiagnostic? diagnostic, string name)
    {
        if (diagnostic is null)
        {
            return [];
        }

        var wrongVersion = diagnostic.SpecificationVersion == OpenApiSpecVersion.OpenApi3_0
            ? Enumerable.Empty<Problem>()
            : [new Problem($"{SourceDocument.RootOf(name)}/openapi", "The document must be OpenAPI 3.0.")];
        return diagnostic.Errors.Concat(diagnostic.Warnings)
            .Select(error => new Problem($"{name}.json{error.Pointer ?? DocumentPointer.Root}", error.Message))
            .Concat(wrongVersion);
    }
}
