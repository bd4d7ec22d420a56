using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class DocumentTests
{
    private static readonly string[] Clusters = ["api", "us1.api", "as1.api", "download", "us1.download", "as1.download"];

    private static readonly string[] ErrorMembers =
        ["code", "key", "message", "details", "request_id", "resource_id", "resource_type", "error"];

    private static readonly string[] BalanceMembers =
        ["points", "total", "balance", "type", "object", "related_object", "operation_type"];

    private readonly ReadResult _result = OpenApiDocument.Parse(V1Document.Json, OpenApiConstants.Json);

    private OpenApiDocument Document => _result.Document!;

    [Fact]
    public void Our_document_is_valid_OpenApi_3_0()
    {
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, _result.Diagnostic!.SpecificationVersion);
        Assert.Empty(_result.Diagnostic.Errors);
        Assert.Empty(_result.Diagnostic.Warnings);
    }

    [Fact]
    public void Our_document_has_the_six_clusters_and_Europe_is_the_default()
    {
        var cluster = Assert.Single(Document.Servers!).Variables!["cluster"];

        Assert.Equal("api", cluster.Default);
        Assert.Equal(Clusters, cluster.Enum!);
    }

    [Theory]
    [InlineData("X-App-Id")]
    [InlineData("X-App-Token")]
    public void Our_document_has_both_headers_of_the_api_key(string name)
    {
        var scheme = Document.Components!.SecuritySchemes![name];

        Assert.Equal(SecuritySchemeType.ApiKey, scheme.Type);
        Assert.Equal(ParameterLocation.Header, scheme.In);
        Assert.Equal(name, scheme.Name);
    }

    [Fact]
    public void Our_document_describes_OAuth_as_client_credentials_with_every_scope()
    {
        var flow = Document.Components!.SecuritySchemes!["X-Voucherify-OAuth"].Flows!.ClientCredentials!;

        Assert.EndsWith("/v1/oauth/token", flow.TokenUrl!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(42, flow.Scopes!.Count);
        Assert.Equal(flow.Scopes.Keys, Values("OAuthScope"));
    }

    [Fact]
    public void Every_operation_but_OAuth_takes_a_key_or_a_token()
    {
        foreach (var (path, item) in Document.Paths.Where(path => !path.Key.StartsWith("/v1/oauth/", StringComparison.Ordinal)))
        {
            // A scope has the name of the first part of its paths.
            var scope = path.Split('/')[2];
            Assert.All(item.Operations!.Values, operation => Assert.Collection(
                operation.Security!,
                key => Assert.Equal(2, key.Count),
                oauth => Assert.Equal(["api", scope], oauth.Single().Value)));
        }
    }

    [Fact]
    public void Every_operation_documents_401_and_429()
    {
        Assert.All(Operations(), operation =>
        {
            Assert.True(operation.Responses!.ContainsKey("401"), operation.OperationId);
            Assert.True(operation.Responses.ContainsKey("429"), operation.OperationId);
        });
    }

    [Fact]
    public void An_error_has_all_eight_members() => Assert.Equal(ErrorMembers, Members("ApiError"));

    [Fact]
    public void A_balance_has_all_documented_members() => Assert.Empty(BalanceMembers.Except(Members("BalanceResult")));

    [Fact]
    public void Every_schema_member_and_enum_value_is_described()
    {
        foreach (var (name, schema) in Document.Components!.Schemas!)
        {
            Assert.False(string.IsNullOrWhiteSpace(schema.Description), name);
            Assert.All(schema.Properties ?? new Dictionary<string, IOpenApiSchema>(), member =>
                Assert.False(string.IsNullOrWhiteSpace(member.Value.Description), $"{name}.{member.Key}"));
        }
    }

    private IEnumerable<OpenApiOperation> Operations() => Document.Paths.SelectMany(path => path.Value.Operations!.Values);

    private IEnumerable<string> Members(string schema) => Document.Components!.Schemas![schema].Properties!.Keys;

    private IEnumerable<string> Values(string schema) =>
        Document.Components!.Schemas![schema].Enum!.Select(value => (string)value!);
}
