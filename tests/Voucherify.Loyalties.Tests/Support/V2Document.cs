namespace Voucherify.Loyalties.Tests.Support;

/// <summary>The OpenAPI document of version 2, with the shared schemas that it uses.</summary>
internal static class V2Document
{
    public static string Json { get; } = VersionDocument.Read("v2", withPlatform: false);
}
