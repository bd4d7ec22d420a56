using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>The documents that describe the control API and the seeds. They are resources of the assembly.</summary>
internal static class ControlDocuments
{
    public static SandboxResponse OpenApi() => Read("openapi.json", "application/json");

    public static SandboxResponse SeedSchema() => Read("seed.schema.json", "application/schema+json");

    private static SandboxResponse Read(string name, string type)
    {
        using var resource = typeof(ControlDocuments).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return new SandboxResponse(200, copy.ToArray()) { Headers = [new("Content-Type", type + "; charset=utf-8")] };
    }
}
