using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Collects the values of one document that cannot be read. While it collects, a reader skips such a value instead of throwing, and its
/// member is missing. A reader has no other way to reach it than its thread, and reading never leaves the thread.
/// </summary>
/// <param name="json">The document; empty if it does not matter which values they are.</param>
internal sealed class SkippedValues(ReadOnlyMemory<byte> json)
{
    [ThreadStatic]
    private static SkippedValues? _current;

    private readonly List<long> _positions = [];

    /// <summary>Where the readers of this thread report values; null while they throw.</summary>
    public static SkippedValues? Current => _current;

    /// <summary>Collects what the readers of this thread cannot read, until the scope is disposed.</summary>
    public Scope Begin()
    {
        var scope = new Scope(_current);
        _current = this;
        return scope;
    }

    /// <summary>Adds the value at the position of the reader.</summary>
    public void Add(ref Utf8JsonReader reader) => _positions.Add(reader.TokenStartIndex);

    /// <summary>Reads an item of a list, and remembers what could not be read of it. An item of another kind is an empty one.</summary>
    public T? ReadItem<T>(ref Utf8JsonReader reader, ReadJson<T> read)
    {
        var (first, start, isNull) = (_positions.Count, (int)reader.TokenStartIndex, reader.TokenType == JsonTokenType.Null);
        var item = read(ref reader);
        if (_positions.Count == first || isNull || item is string)
        {
            return item;
        }

        item ??= Empty(read);
        if (item is not null && !json.IsEmpty)
        {
            var own = _positions.Skip(first).Select(position => position - start);
            UnreadableMembers.Keep(item, new UnreadableMembers(json[start..(int)reader.BytesConsumed], own));
        }

        return item;
    }

    /// <summary>Returns the paths of the values, and attaches them to what was read.</summary>
    public IReadOnlyList<string> Attach(object? value)
    {
        if (_positions.Count == 0)
        {
            return [];
        }

        var unreadable = new UnreadableMembers(json, _positions);
        if (value is not null)
        {
            UnreadableMembers.Keep(value, unreadable);
        }

        return unreadable.Paths;
    }

    private T? Empty<T>(ReadJson<T> read)
    {
        var count = _positions.Count;
        var reader = new Utf8JsonReader("{}"u8);
        reader.Read();
        var item = read(ref reader);
        _positions.RemoveRange(count, _positions.Count - count);
        return item;
    }

    internal readonly ref struct Scope(SkippedValues? outer)
    {
        public void Dispose() => _current = outer;
    }
}
