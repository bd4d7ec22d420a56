using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Writes a value.</summary>
internal delegate void WriteJson<in T>(Utf8JsonWriter writer, T value);
