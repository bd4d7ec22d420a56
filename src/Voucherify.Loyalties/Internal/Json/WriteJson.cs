using System.Text.Json;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Writes a value.</summary>
internal delegate void WriteJson<in T>(Utf8JsonWriter writer, T value);
