using System.Runtime.CompilerServices;
using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties;

/// <summary>
/// The members of a response that the client could not read, such as a fraction where the API promises a whole number. They are missing
/// from the record, and the rest of the record is as the service sent it.
/// </summary>
/// <remarks>
/// A response, each item of its lists and maps, the data of a webhook, and the payload of an activity have their own. A copy that
/// <c>with</c> makes does not.
/// </remarks>
public sealed class UnreadableMembers
{
    private static readonly ConditionalWeakTable<object, UnreadableMembers> Known = [];

    private readonly ReadOnlyMemory<byte> _json;

    internal UnreadableMembers(ReadOnlyMemory<byte> json, IEnumerable<long> positions)
    {
        _json = json;
        Paths = JsonPaths.Find(json.Span, positions.ToHashSet());
    }

    /// <summary>Where they are in the record, such as <c>details.balance.points</c> or <c>data[3].created_at</c>.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The whole record as the service sent it.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(_json);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Returns what could not be read of a record.</summary>
    /// <param name="record">A response, an item of a list, the data of a webhook, or the payload of an activity.</param>
    /// <returns>The members, or <see langword="null"/> if everything was read.</returns>
    public static UnreadableMembers? Of(object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Known.TryGetValue(record, out var unreadable) ? unreadable : null;
    }

    /// <summary>Returns the paths, and no values.</summary>
    public override string ToString() => string.Join(", ", Paths);

    internal static void Keep(object record, UnreadableMembers unreadable) => Known.AddOrUpdate(record, unreadable);
}
