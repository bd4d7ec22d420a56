using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>Credentials are sent only encrypted, and only to a server that has proved its name. Nothing falls back to plain text.</summary>
public sealed class TlsTests
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    private static readonly DateTimeOffset Tomorrow = DateTimeOffset.UtcNow.AddDays(1);

    public static TheoryData<string> Certificates => ["localhost", "api.voucherify.io", "expired"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Certificates))]
    public async Task An_untrusted_certificate_fails_the_call_before_anything_is_sent(string certificate)
    {
        await using var server = new TlsServer(Make(certificate), Responses.Balance());
        using var client = LoopbackClient.For(server.Address).Build();

        var adjustment = await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));
        var read = await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(
            HttpRequestError.SecureConnectionError, Assert.IsType<HttpRequestException>(adjustment.InnerException).HttpRequestError);
        Assert.Equal(HttpRequestError.SecureConnectionError, Assert.IsType<HttpRequestException>(read.InnerException).HttpRequestError);
        Assert.Equal("", server.Received);
        Assert.Equal(8, server.Connections);
    }

    [Fact]
    public async Task An_untrusted_certificate_fails_the_calls_of_a_registered_client_too()
    {
        await using var server = new TlsServer(Make("localhost"), Responses.Balance());
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, server.Address));
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => provider
                .GetRequiredService<ILoyaltyClient>().V1.Members
                .AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));

        Assert.Equal("", server.Received);
    }

    /// <summary>Proves that the tests above would notice if the certificate were trusted.</summary>
    [Fact]
    public async Task A_call_to_a_server_with_a_trusted_certificate_arrives()
    {
        await using var server = new TlsServer(Make("localhost"), Responses.Balance(100, 1234));
        using var trusting = new SocketsHttpHandler();
        trusting.SslOptions.RemoteCertificateValidationCallback = (_, found, _, errors) =>
            errors == SslPolicyErrors.RemoteCertificateChainErrors
                && found is X509Certificate2 known
                && known.Thumbprint == server.Certificate.Thumbprint;
        using var client = LoopbackClient.For(server.Address).WithHandler(trusting).Build();

        var result = await client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100 }, cancellationToken: Stop);

        Assert.Equal(1234, result.Balance);
        Assert.Contains($"X-App-Token: {TestClientBuilder.AppToken}", server.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.voucherify.io")]
    [InlineData("http://192.168.1.10:8080")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://[2001:db8::1]")]
    [InlineData("ws://localhost")]
    public async Task A_plain_http_address_of_another_machine_stops_the_host_from_starting(string address)
    {
        var settings = new Dictionary<string, string?> { ["V:AppId"] = "app-id", ["V:AppToken"] = "app-token", ["V:Cluster"] = address };
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("V"));
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("V:Cluster ", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VoucherifyCluster.Dedicated(new Uri(address)));
        Assert.Throws<ArgumentException>(() => VoucherifyCluster.Dedicated(new Uri("https://voucherify.example"), new Uri(address)));
    }

    private static X509Certificate2 Make(string certificate) => certificate == "expired"
        ? TlsServer.SelfSigned("localhost", Yesterday.AddDays(-1), Yesterday)
        : TlsServer.SelfSigned(certificate, Yesterday, Tomorrow);
}
