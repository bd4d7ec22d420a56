using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>Source-generated JSON of version 2 for the clients by hand.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CardAdjustment))]
[JsonSerializable(typeof(CardAdjusted))]
[JsonSerializable(typeof(CardTransactionPage))]
internal sealed partial class CardModelsJsonContext : JsonSerializerContext;
