using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>Which addresses pass the last check, and what the check does to a request.</summary>
public sealed class OutboundRequestCheckTests : IDisposable
{
    private readonly Socket _socket = new();
    private readonly HttpMessageInvoker _check;

    public OutboundRequestCheckTests() => _check = new HttpMessageInvoker(new OutboundRequestCheck { InnerHandler = _socket });

    public void Dispose() => _check.Dispose();

    [Theory]
    [InlineData("https://api.voucherify.io/", "https://api.voucherify.io/v1/loyalties/members/CARD")]
    [InlineData("https://api.voucherify.io/", "https://API.voucherify.io/v1/loyalties/members/CARD?a=/b//c")]
    [InlineData("https://api.voucherify.io/", "https://api.voucherify.io:443/v1/loyalties/members/CARD#/a//b")]
    [InlineData("https://gateway.example/loyalty", "https://gateway.example/loyalty/v1/loyalties/members/CARD")]
    [InlineData("https://gateway.example/loyalty/", "https://gateway.example/loyalty/v1/loyalties/members/CARD")]
    public async Task A_request_to_the_route_of_its_operation_passes(string baseAddress, string address)
    {
        await SendAsync(baseAddress, new Uri(address));

        Assert.Equal(1, _socket.Requests);
    }

    [Theory]
    [InlineData("https://api.voucherify.io/")]
    [InlineData("https://api.voucherify.io?a=/v1/loyalties/members/CARD")]
    [InlineData("https://api.voucherify.io#/v1/loyalties/members/CARD")]
    [InlineData("https://api.voucherify.io/v1/loyalties/members?a=/CARD")]
    [InlineData("https://api.voucherify.io/v1/loyalties/members#/CARD")]
    [InlineData("https://api.voucherify.io/v1/loyalties/members/")]
    [InlineData("https://api.voucherify.io/v1/loyalties//CARD")]
    [InlineData("https://api.voucherify.io//v1/loyalties/CARD")]
    [InlineData("https://api.voucherify.io/v1/loyalties/members/CARD/balance")]
    public async Task A_request_to_another_route_is_refused(string address)
    {
        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => SendAsync("https://api.voucherify.io/", new Uri(address)));

        Assert.Equal("The request's path does not match the route /v1/loyalties/members/{memberId}: it was not sent.", error.Message);
        Assert.Equal(0, _socket.Requests);
    }

    [Theory]
    [InlineData("https://gateway.example/v1/loyalties/members/CARD")]
    [InlineData("https://gateway.example/Loyalty/v1/loyalties/members/CARD")]
    [InlineData("https://gateway.example/other/v1/loyalties/members/CARD")]
    public async Task A_request_outside_the_path_of_the_cluster_is_refused(string address) =>
        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => SendAsync("https://gateway.example/loyalty", new Uri(address)));

    [Theory]
    [InlineData(null)]
    [InlineData("/v1/loyalties/members/CARD")]
    public async Task A_request_without_an_absolute_address_is_refused(string? address)
    {
        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(
            () => SendAsync("https://api.voucherify.io/", address is null ? null : new Uri(address, UriKind.Relative)));

        Assert.Equal("The request of GetMember would not go to https://api.voucherify.io: it was not sent.", error.Message);
    }

    [Theory]
    [InlineData("https://api.voucherify.io/a", true)]
    [InlineData("https://API.VOUCHERIFY.IO:443/", true)]
    [InlineData("http://api.voucherify.io:443/", false)]
    [InlineData("https://api.voucherify.io:444/", false)]
    [InlineData("https://voucherify.io/", false)]
    public void An_origin_is_a_scheme_a_host_and_a_port(string address, bool isSame) =>
        Assert.Equal(isSame, OutboundRequestCheck.IsSameOrigin(new Uri(address), new Uri("https://api.voucherify.io/")));

    [Fact]
    public async Task A_request_loses_its_expectation_and_counts_as_an_attempt()
    {
        var address = new Uri("https://api.voucherify.io/v1/loyalties/members/CARD");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.ExpectContinue = true;
        var call = Call(new Uri("https://api.voucherify.io/"));
        request.Options.Set(OutboundRequestCheck.CallKey, call);

        await _check.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.False(request.Headers.Contains("Expect"));
        Assert.Equal(1, call.Attempts);
    }

    private Task<HttpResponseMessage> SendAsync(string baseAddress, Uri? address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(OutboundRequestCheck.CallKey, Call(new Uri(baseAddress)));
        return _check.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static NoContentCall Call(Uri baseAddress) => new(
        V1Operations.GetMember,
        new CallSettings(null!, baseAddress, TimeSpan.FromSeconds(60), Options: null, CancellationToken.None),
        static () => throw new InvalidOperationException("The request exists already."));

    private sealed class Socket : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
