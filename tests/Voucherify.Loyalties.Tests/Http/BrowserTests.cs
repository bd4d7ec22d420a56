using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>The compiler of a Blazor WebAssembly program, and its user, learn that the client does not belong there.</summary>
public sealed class BrowserTests
{
    [Fact]
    public void Everything_that_opens_connections_is_marked_as_unsupported_in_a_browser()
    {
        Assert.True(IsMarked(typeof(LoyaltyServiceCollectionExtensions)));
        Assert.True(IsMarked(typeof(LoyaltyClient).GetConstructor([typeof(LoyaltyClientOptions)])!));
        Assert.False(IsMarked(typeof(LoyaltyClient).GetConstructor([typeof(LoyaltyClientOptions), typeof(HttpMessageHandler)])!));
    }

    [Fact]
    public void A_client_in_a_browser_says_why_it_does_not_run()
    {
        var error = Assert.Throws<PlatformNotSupportedException>(static () => Browser.Refuse(isBrowser: true));

        Assert.Contains("its key belongs to a server", error.Message, StringComparison.Ordinal);
        Browser.Refuse(isBrowser: false);
    }

    private static bool IsMarked(MemberInfo member) =>
        member.GetCustomAttributes<UnsupportedOSPlatformAttribute>().Any(static platform => platform.PlatformName == "browser");
}
