using System.Globalization;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The <c>limit</c> of a list: how many rows a page has.</summary>
internal static class PageLimit
{
    /// <summary>What is wrong with every limit that cannot be read.</summary>
    public const string Problem = "Property .limit must be an integer from 1 to 100";

    private const int Default = 10;
    private const int Largest = 100;

    public static bool TryParse(SandboxCall call, out int limit)
    {
        limit = Default;
        return call.Query("limit") is not { } value
            || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Largest);
    }
}
