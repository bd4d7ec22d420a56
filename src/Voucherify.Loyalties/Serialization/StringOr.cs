using System.Text.Json;

namespace Voucherify.Loyalties;

/// <summary>A place where the service takes or sends either a text or an object.</summary>
/// <typeparam name="T">The object.</typeparam>
public readonly record struct StringOr<T>
    where T : class
{
    /// <summary>Holds a text.</summary>
    /// <param name="text">The text, such as an id.</param>
    public StringOr(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>Holds an object.</summary>
    /// <param name="value">The object.</param>
    public StringOr(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    private StringOr(JsonElement raw) => Raw = raw;

    /// <summary>The text, or <see langword="null"/> when there is none.</summary>
    public string? Text { get; }

    /// <summary>The object, or <see langword="null"/> when there is none.</summary>
    public T? Value { get; }

    /// <summary>What the service sent when it is neither a text nor an object; otherwise <see langword="null"/>.</summary>
    public JsonElement? Raw { get; }

    /// <summary>Holds a text.</summary>
    /// <param name="text">The text, such as an id.</param>
    public static implicit operator StringOr<T>(string text) => new(text);

    /// <summary>Holds an object.</summary>
    /// <param name="value">The object.</param>
    public static implicit operator StringOr<T>(T value) => new(value);

    /// <summary>The text, or the object as text.</summary>
    public override string ToString() => Text ?? Value?.ToString() ?? Raw?.ToString() ?? string.Empty;

    internal static StringOr<T> FromRaw(JsonElement raw) => new(raw);
}
