namespace Voucherify.Loyalties;

/// <summary>
/// The Voucherify installation that holds a project. A project is in exactly one cluster; any other refuses its calls. Source: the vendor's
/// API overview (regions) and the servers of the OpenAPI document.
/// </summary>
public sealed record VoucherifyCluster
{
    private VoucherifyCluster(string name, Uri apiAddress, Uri downloadAddress)
    {
        Name = name;
        ApiAddress = apiAddress;
        DownloadAddress = downloadAddress;
    }

    /// <summary>The shared European cluster, <c>https://api.voucherify.io</c>: the default.</summary>
    public static VoucherifyCluster Europe { get; } = Shared("Europe", "");

    /// <summary>The shared cluster in the United States, <c>https://us1.api.voucherify.io</c>.</summary>
    public static VoucherifyCluster UnitedStates { get; } = Shared("UnitedStates", "us1.");

    /// <summary>The shared cluster in Asia (Singapore), <c>https://as1.api.voucherify.io</c>.</summary>
    public static VoucherifyCluster Asia { get; } = Shared("Asia", "as1.");

    /// <summary>The cluster's name: <c>Europe</c>, <c>UnitedStates</c>, <c>Asia</c>, or the address of a dedicated one.</summary>
    public string Name { get; }

    /// <summary>Where API calls go.</summary>
    public Uri ApiAddress { get; }

    /// <summary>Where export files, and nothing else, are downloaded from.</summary>
    public Uri DownloadAddress { get; }

    /// <summary>Creates a cluster with its own address: a dedicated region, your own gateway, or a local sandbox.</summary>
    /// <param name="address">An absolute address; <c>https</c>, or <c>http</c> to this machine only.</param>
    /// <exception cref="ArgumentException">
    /// The address is relative, is not HTTPS although it is not on this machine, or has user info, a query or a fragment.
    /// </exception>
    public static VoucherifyCluster Dedicated(Uri address) => Dedicated(address, address);

    /// <summary>Creates a cluster with its own address, and another address for export files.</summary>
    /// <param name="address">An absolute address; <c>https</c>, or <c>http</c> to this machine only.</param>
    /// <param name="downloadAddress">
    /// The address of its export files, by the same rules. It is the only other host that the credentials are sent to.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An address is relative, is not HTTPS although it is not on this machine, or has user info, a query or a fragment.
    /// </exception>
    public static VoucherifyCluster Dedicated(Uri address, Uri downloadAddress)
    {
        Check(address, nameof(address));
        Check(downloadAddress, nameof(downloadAddress));
        return new VoucherifyCluster(address.AbsoluteUri, address, downloadAddress);
    }

    /// <summary>
    /// Parses a cluster: <c>Europe</c>, <c>UnitedStates</c>, <c>Asia</c> (also <c>api</c>, <c>us1</c>, <c>as1</c>), or an absolute address.
    /// </summary>
    /// <param name="text">The name, which is not case-sensitive, or the address.</param>
    /// <exception cref="ArgumentException">
    /// The string is not one of these, or its address is refused by <see cref="Dedicated(Uri)"/>.
    /// </exception>
    public static VoucherifyCluster Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.Trim().ToUpperInvariant() switch
        {
            "EUROPE" or "API" => Europe,
            "UNITEDSTATES" or "US1" or "US1.API" => UnitedStates,
            "ASIA" or "AS1" or "AS1.API" => Asia,
            _ when Uri.TryCreate(text, UriKind.Absolute, out var address) => Dedicated(address),
            _ => throw new ArgumentException(
                $"{Quoted(text)} is not a cluster: use Europe, UnitedStates, Asia, or an absolute https address.",
                nameof(text)),
        };
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private static VoucherifyCluster Shared(string name, string prefix) =>
        new(name, new Uri($"https://{prefix}api.voucherify.io"), new Uri($"https://{prefix}download.voucherify.io"));

    // Anything but a short word may be a key in the wrong place, or contain a password.
    private static string Quoted(string text) => text.Length <= 16 && text.All(char.IsAsciiLetter) ? $"'{text}'" : "The string";

    // Without user info. A string with a colon is an address too, whose scheme is what stands before it.
    private static string Shown(Uri address) => address.Scheme == Uri.UriSchemeHttp
        ? $"The address '{address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}'"
        : "The address";

    private static void Check(Uri address, string name)
    {
        ArgumentNullException.ThrowIfNull(address, name);
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException("The address of a dedicated cluster must be absolute, such as https://voucherify.example.", name);
        }

        if (!IsSafe(address))
        {
            throw new ArgumentException(
                $"{Shown(address)} would send the credentials in plain text: use https."
                + " Plain http is only for this machine.",
                name);
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The address of a dedicated cluster must have no user info, query or fragment.", name);
        }
    }

    /// <summary>Whether credentials may be sent to an address: encrypted, or within this machine.</summary>
    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
