using System.Globalization;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Names and values for a query or a form, already in wire format.</summary>
/// <remarks>
/// Refit would write a bool as <c>True</c> and a moment in the format of the culture. Here every type has exactly one wire format, and
/// <see langword="null"/> means that the name is not sent.
/// </remarks>
internal sealed class NamedValues
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    /// <summary>An empty set of values.</summary>
    public static NamedValues None { get; } = new();

    /// <summary>The pairs in the order in which they were added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _pairs.Add(new(name, value));
        }
    }

    /// <exception cref="ArgumentException">The id is empty, as an id is that a response lacks.</exception>
    public void AddId(string name, string? id) =>
        Add(name, id is { Length: 0 } ? throw new ArgumentException($"The id '{name}' is empty.", nameof(id)) : id);

    public void Add(string name, bool? value) => Add(name, value switch
    {
        true => "true",
        false => "false",
        null => null,
    });

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, decimal? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Add(string name, DateOnly? value) => Add(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public void Add(string name, DateTimeOffset? value) => Add(name, value is { } moment ? Instants.Write(moment) : null);

    /// <summary>Adds the same name for each item: <c>ids=a&amp;ids=b</c>.</summary>
    public void AddEach(string name, IEnumerable<string>? items)
    {
        foreach (var item in items ?? [])
        {
            Add(name, item);
        }
    }

    /// <summary>Adds a numbered name for each item: <c>[$in][0]=a</c>.</summary>
    public void AddIndexed(string name, IEnumerable<string>? items)
    {
        foreach (var (index, item) in (items ?? []).Select((item, index) => (index, item)))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"), item);
        }
    }

    /// <summary>Adds one name for all items.</summary>
    public void AddJoined(string name, IEnumerable<string>? items, string delimiter) =>
        Add(name, items is null ? null : string.Join(delimiter, items));

    /// <summary>Creates the content of a form with these values.</summary>
    public FormUrlEncodedContent ToForm() => new(_pairs);
}
