namespace Voucherify.Loyalties.Serialization;

/// <summary>A set of known strings that also keeps an unknown one.</summary>
internal interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The string, as the service writes it.</summary>
    string Value { get; }

    /// <summary>The known values.</summary>
    static abstract ReadOnlySpan<TSelf> Known { get; }

    static abstract TSelf Create(string value);
}
