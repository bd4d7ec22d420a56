namespace Voucherify.Loyalties.Tests.Support;

/// <summary>The OpenAPI document of version 1, merged with the document that all versions share.</summary>
internal static class V1Document
{
    public static string Json { get; } = VersionDocument.Read("v1", withPlatform: true);
}
