namespace Voucherify.Loyalties.Serialization;

/// <summary>A set of known texts that keeps a text it does not know.</summary>
internal interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The text, as the service writes it.</summary>
    string Value { get; }

    /// <summary>The texts that are known.</summary>
    static abstract ReadOnlySpan<TSelf> Known { get; }

    static abstract TSelf Create(string value);
}
