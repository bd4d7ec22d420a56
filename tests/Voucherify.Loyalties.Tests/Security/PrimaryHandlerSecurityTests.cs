using System.Security.Authentication;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Security settings of the handler that opens the connections.</summary>
public sealed class PrimaryHandlerSecurityTests
{
    [Theory]
    [InlineData("Europe")]
    [InlineData("https://voucherify.example")]
    [InlineData("http://localhost:5000")]
    public void The_primary_handler_follows_no_redirects_keeps_no_cookies_and_checks_certificates(string cluster)
    {
        using var handler = PrimaryHandler.Create(new LoyaltyClientOptions { Cluster = VoucherifyCluster.Parse(cluster) });

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Null(handler.Credentials);
        Assert.False(handler.PreAuthenticate);
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.CertificateChainPolicy);

        // They only reset a connection. TLS stays between the two, and .NET's.
        Assert.Equal(typeof(PrimaryHandler).Assembly, handler.ConnectCallback!.Method.Module.Assembly);
        Assert.Equal(typeof(PrimaryHandler).Assembly, handler.PlaintextStreamFilter!.Method.Module.Assembly);

        // None lets the operating system choose the versions, and keeps those off that it has disabled.
        Assert.Equal(SslProtocols.None, handler.SslOptions.EnabledSslProtocols);
    }
}
