using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Reads and writes the pages of lists: the items in <c>data</c>, and the cursor of the next page beside them.</summary>
internal static class PageJson
{
    /// <summary>Reads a page. Rows that are null are left out: the cursor alone tells whether a page follows.</summary>
    public static Page<T>? Read<T>(ref Utf8JsonReader reader, ReadJson<T> item)
        where T : class
    {
        if (!JsonReading.Begin(ref reader))
        {
            return null;
        }

        IReadOnlyList<T>? items = null;
        var (next, expiresAt) = (default(string), default(DateTimeOffset?));
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("data"u8))
            {
                items = JsonReading.List(ref reader, item);
            }
            else if (name.SequenceEqual("cursor"u8))
            {
                (next, expiresAt) = ReadCursor(ref reader);
            }
            else
            {
                JsonReading.Skip(ref reader);
            }
        }

        return new Page<T>
        {
            Items = items is null ? null : [.. items.Where(static row => row is not null)],
            NextCursor = next,
            CursorExpiresAt = expiresAt,
        };
    }

    public static void Write<T>(Utf8JsonWriter writer, Page<T> page, WriteJson<T> item)
        where T : class
    {
        writer.WriteStartObject();
        if (page.Items is { } items)
        {
            writer.WritePropertyName("data"u8);
            JsonWriting.List(writer, items, item);
        }

        if (page.NextCursor is { } next)
        {
            writer.WriteStartObject("cursor"u8);
            writer.WriteString("next"u8, next);
            JsonWriting.Instant(writer, "expires_at"u8, page.CursorExpiresAt);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static (string? Next, DateTimeOffset? ExpiresAt) ReadCursor(ref Utf8JsonReader reader)
    {
        var (next, expiresAt) = (default(string), default(DateTimeOffset?));
        if (!JsonReading.Begin(ref reader))
        {
            return (next, expiresAt);
        }

        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("next"u8))
            {
                next = JsonReading.Text(ref reader);
            }
            else if (name.SequenceEqual("expires_at"u8))
            {
                expiresAt = JsonReading.Instant(ref reader);
            }
            else
            {
                JsonReading.Skip(ref reader);
            }
        }

        return (next is { Length: > 0 } ? next : null, expiresAt);
    }
}
