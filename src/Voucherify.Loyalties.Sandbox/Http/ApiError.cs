using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>The body of an error response. Properties that are null are left out.</summary>
internal sealed record ApiError(int Code, string Message)
{
    public string? Key { get; init; }

    public string? Details { get; init; }

    public string? RequestId { get; init; }

    public string? ResourceId { get; init; }

    public string? ResourceType { get; init; }

    public SandboxResponse ToResponse() => JsonResponse.Object(Write, Code);

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("code", Code);
        WritePresent("key", Key);
        WritePresent("message", Message);
        WritePresent("details", Details);
        WritePresent("request_id", RequestId);
        WritePresent("resource_id", ResourceId);
        WritePresent("resource_type", ResourceType);

        void WritePresent(string name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }
    }
}
