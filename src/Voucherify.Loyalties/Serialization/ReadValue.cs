using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Reads the single value at the position of the reader. Returns null for null.</summary>
internal delegate T? ReadValue<T>(ref Utf8JsonReader reader)
    where T : struct;
