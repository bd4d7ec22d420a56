using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Reads the value at the position of the reader, and leaves the reader at the end of the value.</summary>
internal delegate T? ReadJson<out T>(ref Utf8JsonReader reader);
