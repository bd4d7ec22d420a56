namespace Voucherify.Loyalties.Validation;

/// <summary>Reports a call on a client that was disposed.</summary>
internal static class DisposedClient
{
    /// <summary>The name of the type that users dispose. This folder cannot refer to it.</summary>
    private const string Name = "Voucherify.Loyalties.LoyaltyClient";

    public static ObjectDisposedException Error() => new(Name);

    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public static void ThrowIf(bool disposed)
    {
        if (disposed)
        {
            throw Error();
        }
    }
}
