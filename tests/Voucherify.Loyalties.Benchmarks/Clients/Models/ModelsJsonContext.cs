using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>Source-generated JSON for every client but this package, which brings its own.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Adjustment))]
[JsonSerializable(typeof(Balance))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(TransactionPage))]
internal sealed partial class ModelsJsonContext : JsonSerializerContext;
