using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Voucherify.Loyalties.Tool.Output;

/// <summary>The JSON of the tool: one value on one line, with names that stay.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdjustmentOutput))]
[JsonSerializable(typeof(CardOutput))]
[JsonSerializable(typeof(IReadOnlyList<TransactionOutput>))]
[JsonSerializable(typeof(PlanOutput))]
[JsonSerializable(typeof(ProgressOutput))]
[JsonSerializable(typeof(VerificationOutput))]
[JsonSerializable(typeof(MarkerOutput))]
[JsonSerializable(typeof(ErrorOutput))]
[JsonSerializable(typeof(CsvErrorOutput))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    /// <summary>Writes past the console, which would wrap the line.</summary>
    public static void Write<T>(IAnsiConsole console, T value, JsonTypeInfo<T> type) =>
        console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(value, type));
}
