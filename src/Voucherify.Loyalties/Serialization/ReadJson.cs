using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Reads the value that the reader stands on, and leaves the reader at its end.</summary>
internal delegate T? ReadJson<out T>(ref Utf8JsonReader reader);
