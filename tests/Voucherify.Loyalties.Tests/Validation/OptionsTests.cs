using Microsoft.Extensions.Options;

namespace Voucherify.Loyalties.Tests.Validation;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<LoyaltyClientOptions>> Refused { get; } = new()
    {
        { "Credentials", static o => o.Credentials = null },
        { "Cluster", static o => o.Cluster = null! },
        { "TimeProvider", static o => o.TimeProvider = null! },
        { "Retry", static o => o.Retry = null! },
        { "AttemptTimeout", static o => o.AttemptTimeout = TimeSpan.Zero },
        { "AttemptTimeout", static o => o.AttemptTimeout = Timeout.InfiniteTimeSpan },
        { "AttemptTimeout", static o => o.AttemptTimeout = TimeSpan.FromMinutes(2) },
        { "TotalTimeout", static o => o.TotalTimeout = TimeSpan.FromDays(2) },
        { "MaxResponseBytes", static o => o.MaxResponseBytes = 0 },
        { "MaxResponseBytes", static o => o.MaxResponseBytes = (64 * 1024) - 1 },
        { "MaxResponseBytes", static o => o.MaxResponseBytes = int.MaxValue },
        { "PooledConnectionIdleTimeout", static o => o.PooledConnectionIdleTimeout = TimeSpan.Zero },
        { "PooledConnectionIdleTimeout", static o => o.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4.9) },
        { "PooledConnectionIdleTimeout", static o => o.PooledConnectionIdleTimeout = TimeSpan.FromDays(1.1) },
        { "PooledConnectionIdleTimeout", static o => o.PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan },
        { "MaxConnectionsPerServer", static o => o.MaxConnectionsPerServer = 0 },
        { "Retry.MaxRetries", static o => o.Retry.MaxRetries = -1 },
        { "Retry.MaxRetries", static o => o.Retry.MaxRetries = 21 },
        { "Retry.BaseDelay", static o => o.Retry.BaseDelay = TimeSpan.Zero },
        { "Retry.BaseDelay", static o => o.Retry.BaseDelay = TimeSpan.FromSeconds(11) },
        { "Retry.MaxDelay", static o => o.Retry.MaxDelay = TimeSpan.MaxValue },
        { "Retry.MaxServerDelay", static o => o.Retry.MaxServerDelay = TimeSpan.FromSeconds(-1) },
        { "Reconciliation.EventMarkerProperty", static o => o.Reconciliation.EventMarkerProperty = "" },
        { "Reconciliation.EventMarkerProperty", static o => o.Reconciliation.EventMarkerProperty = " " },
        { "Reconciliation.EventMarkerProperty", static o => o.Reconciliation.EventMarkerProperty = "a\nb" },
        { "Reconciliation.EventMarkerProperty", static o => o.Reconciliation.EventMarkerProperty = "\ud800" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Invalid_options_are_refused_by_name(string named, Action<LoyaltyClientOptions> invalidate)
    {
        var options = new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey("id", "token") };
        invalidate(options);

        var error = Assert.Throws<OptionsValidationException>(() => new LoyaltyClient(options));

        Assert.Contains(error.Failures, failure => failure.StartsWith(named, StringComparison.Ordinal));
    }

    [Fact]
    public void The_smallest_and_the_largest_valid_options_create_a_client()
    {
        var options = new LoyaltyClientOptions
        {
            Credentials = LoyaltyCredentials.ApiKey("id", "token"),
            AttemptTimeout = TimeSpan.FromMilliseconds(1),
            TotalTimeout = TimeSpan.FromDays(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        };
        options.Retry.MaxRetries = 20;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromDays(1);
        options.Retry.MaxServerDelay = TimeSpan.Zero;

        using var client = new LoyaltyClient(options);

        Assert.NotNull(client.V1.Members);
    }

    [Theory]
    [InlineData(null, "token")]
    [InlineData("", "token")]
    [InlineData("id", " ")]
    [InlineData("id", "to\r\nken")]
    [InlineData("id\n", "token")]
    [InlineData("id", "t\u00f6ken")]
    public void An_API_key_that_cannot_be_a_header_is_refused_without_being_shown(string? id, string? token)
    {
        var key = Assert.ThrowsAny<ArgumentException>(() => LoyaltyCredentials.ApiKey(id!, token!));
        var oauth = Assert.ThrowsAny<ArgumentException>(() => LoyaltyCredentials.OAuth(id!, token!));

        Assert.Contains(key.ParamName, new[] { "appId", "appToken" });
        Assert.DoesNotContain("ken", key.Message.Replace("appToken", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(key.ParamName, oauth.ParamName);
    }

    [Theory]
    [InlineData("http://voucherify.example")]
    [InlineData("http://10.0.0.1")]
    [InlineData("ftp://localhost")]
    [InlineData("https://user:secret@voucherify.example")]
    [InlineData("https://voucherify.example/?a=b")]
    [InlineData("https://voucherify.example/#a")]
    [InlineData("/v1")]
    public void A_cluster_address_that_would_not_protect_the_key_is_refused(string address)
    {
        var error = Assert.Throws<ArgumentException>(() => VoucherifyCluster.Dedicated(new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.Equal("address", error.ParamName);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:1234")]
    [InlineData("http://127.0.0.1:1234")]
    [InlineData("http://[::1]:1234")]
    [InlineData("https://voucherify.example")]
    public void A_cluster_address_with_TLS_or_on_this_machine_is_accepted(string address) =>
        Assert.Equal(new Uri(address), VoucherifyCluster.Dedicated(new Uri(address)).ApiAddress);

    [Theory]
    [InlineData("Europe", "https://api.voucherify.io/")]
    [InlineData(" unitedstates ", "https://us1.api.voucherify.io/")]
    [InlineData("us1", "https://us1.api.voucherify.io/")]
    [InlineData("as1", "https://as1.api.voucherify.io/")]
    [InlineData("https://voucherify.example/", "https://voucherify.example/")]
    public void A_cluster_is_parsed_from_a_string(string text, string address) =>
        Assert.Equal(address, VoucherifyCluster.Parse(text).ApiAddress.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("mars")]
    [InlineData("http://voucherify.example")]
    public void A_string_that_is_not_a_cluster_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => VoucherifyCluster.Parse(text));
}
