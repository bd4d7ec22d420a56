using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>A union that may get new branches, and therefore keeps the JSON that it was read from.</summary>
internal interface IPreservesJson<TSelf>
    where TSelf : class, IPreservesJson<TSelf>
{
    /// <summary>The JSON that it was read from, or that is to be written instead of its members.</summary>
    JsonElement? Raw { get; }

    /// <summary>Returns the same value with its JSON.</summary>
    static abstract TSelf Keep(TSelf known, JsonElement raw);

    /// <summary>Reads the known members.</summary>
    static abstract TSelf? Read(ref Utf8JsonReader reader);

    /// <summary>Writes the known members.</summary>
    static abstract void Write(Utf8JsonWriter writer, TSelf value);
}
