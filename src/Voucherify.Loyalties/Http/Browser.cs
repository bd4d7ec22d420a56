namespace Voucherify.Loyalties.Http;

/// <summary>The place where this package does not run.</summary>
internal static class Browser
{
    /// <summary>Refuses to open connections from a browser: every visitor of the page could read the key.</summary>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser.</exception>
    public static void Refuse(bool isBrowser)
    {
        if (isBrowser)
        {
            throw new PlatformNotSupportedException(
                "Voucherify.Loyalties does not run in a browser: its key belongs to a server, and every visitor could read it."
                + " Call an API of your own from Blazor WebAssembly, and use the client there.");
        }
    }
}
