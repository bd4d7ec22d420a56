using System.Security.Authentication;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>What the handler next to the socket must never do.</summary>
public sealed class PrimaryHandlerSecurityTests
{
    [Theory]
    [InlineData("Europe")]
    [InlineData("https://voucherify.example")]
    [InlineData("http://localhost:5000")]
    public void It_follows_no_redirect_keeps_no_cookie_and_checks_certificates_as_the_system_does(string cluster)
    {
        using var handler = PrimaryHandler.Create(VoucherifyCluster.Parse(cluster));

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Null(handler.Credentials);
        Assert.False(handler.PreAuthenticate);
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.CertificateChainPolicy);
        Assert.Null(handler.ConnectCallback);
        Assert.Null(handler.PlaintextStreamFilter);

        // None: the operating system chooses, and old versions are off where it has them off.
        Assert.Equal(SslProtocols.None, handler.SslOptions.EnabledSslProtocols);
    }
}
