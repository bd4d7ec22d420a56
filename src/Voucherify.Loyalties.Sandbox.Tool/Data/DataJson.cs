using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Sandbox.Tool.Data;

/// <summary>The JSON of the data file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DataEntry))]
internal sealed partial class DataJson : JsonSerializerContext;
