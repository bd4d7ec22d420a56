using System.Text.Json;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>A union that may get new branches, so it keeps the JSON that it was read from.</summary>
internal interface IKeepsRaw<TSelf>
    where TSelf : class, IKeepsRaw<TSelf>
{
    /// <summary>The JSON that it was read from, or that is to be written in its place.</summary>
    JsonElement? Raw { get; }

    /// <summary>The same with its JSON.</summary>
    static abstract TSelf Keep(TSelf known, JsonElement raw);
}
