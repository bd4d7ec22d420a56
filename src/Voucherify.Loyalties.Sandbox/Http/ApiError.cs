namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>The body of an error answer. What is null is left out.</summary>
internal sealed record ApiError(int Code, string Message)
{
    public string? Key { get; init; }

    public string? Details { get; init; }

    public string? RequestId { get; init; }

    public string? ResourceId { get; init; }

    public string? ResourceType { get; init; }

    public SandboxResponse ToResponse() => JsonResponse.Of(Code, writer =>
    {
        writer.WriteNumber("code", Code);
        Write("key", Key);
        Write("message", Message);
        Write("details", Details);
        Write("request_id", RequestId);
        Write("resource_id", ResourceId);
        Write("resource_type", ResourceType);

        void Write(string name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }
    });
}
