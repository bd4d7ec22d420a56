using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>The JSON of the control API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ControlStatus))]
[JsonSerializable(typeof(ControlClock))]
[JsonSerializable(typeof(ClockAdvance))]
[JsonSerializable(typeof(ControlFaults))]
[JsonSerializable(typeof(FaultSettings))]
[JsonSerializable(typeof(NextFault))]
[JsonSerializable(typeof(ControlMember))]
[JsonSerializable(typeof(IReadOnlyList<ControlMember>))]
[JsonSerializable(typeof(SandboxSeedResult))]
[JsonSerializable(typeof(SandboxCard))]
[JsonSerializable(typeof(IReadOnlyList<SandboxCard>))]
[JsonSerializable(typeof(IReadOnlyList<SandboxCardTransaction>))]
[JsonSerializable(typeof(IReadOnlyList<SandboxJournalEntry>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    public static SandboxResponse Respond<T>(T value, JsonTypeInfo<T> type) =>
        new(200, JsonSerializer.SerializeToUtf8Bytes(value, type))
        {
            Headers = [new("Content-Type", "application/json; charset=utf-8")],
        };

    /// <exception cref="ControlInputException">The body does not have the form.</exception>
    public static T Read<T>(SandboxCall call, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(call.Request.Body.Span, type)
                ?? throw new ControlInputException("The body must be an object.");
        }
        catch (JsonException exception)
        {
            throw new ControlInputException($"The body is not valid: {exception.Message}");
        }
    }
}
