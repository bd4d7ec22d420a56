using System.Text.Json;

namespace Voucherify.Loyalties;

/// <summary>A value for which the service accepts or sends either a string or an object.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public readonly record struct StringOr<T>
    where T : class
{
    /// <summary>Creates a value that holds a string.</summary>
    /// <param name="text">The string, such as an id.</param>
    public StringOr(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>Creates a value that holds an object.</summary>
    /// <param name="value">The object.</param>
    public StringOr(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    private StringOr(JsonElement raw) => Raw = raw;

    /// <summary>The string, or <see langword="null"/> if there is none.</summary>
    public string? Text { get; }

    /// <summary>The object, or <see langword="null"/> if there is none.</summary>
    public T? Value { get; }

    /// <summary>What the service sent, if it is neither a string nor an object; otherwise <see langword="null"/>.</summary>
    public JsonElement? Raw { get; }

    /// <summary>Creates a value that holds a string.</summary>
    /// <param name="text">The string, such as an id.</param>
    public static implicit operator StringOr<T>(string text) => new(text);

    /// <summary>Creates a value that holds an object.</summary>
    /// <param name="value">The object.</param>
    public static implicit operator StringOr<T>(T value) => new(value);

    /// <summary>Returns the string, or the string form of the object.</summary>
    public override string ToString() => Text ?? Value?.ToString() ?? Raw?.ToString() ?? string.Empty;

    internal static StringOr<T> FromRaw(JsonElement raw) => new(raw);
}
