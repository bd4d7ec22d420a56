using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>Which addresses need no second check before the socket.</summary>
public sealed class RequestAddressTests
{
    [Theory]
    [InlineData("https://api.voucherify.io/", "/v1/loyalties/members/CARD")]
    [InlineData("https://api.voucherify.io/", "/v1/loyalties/members/a.b~c?x=/y")]
    [InlineData("https://api.voucherify.io/loyalty/", "/loyalty/v1/loyalties/members/CARD")]
    public void A_plain_address_of_the_operation_needs_no_second_check(string baseAddress, string relative)
    {
        var (request, complete) = Complete(baseAddress, relative);

        Assert.Equal("https://api.voucherify.io" + relative, request.RequestUri!.AbsoluteUri);
        Assert.Same(request.RequestUri, complete);
    }

    [Theory]
    [InlineData("/v1/loyalties/members/..")]
    [InlineData("/v1/loyalties/members/.hidden")]
    [InlineData("/v1/loyalties/members/%2e%2e")]
    [InlineData("/v1/loyalties/members/CARD/balance")]
    [InlineData("/v1/loyalties/members/")]
    [InlineData("/v1/loyalties\\members/CARD")]
    [InlineData("/v1/loyalties/members/CARD#a")]
    public void Any_other_address_is_checked_before_the_socket(string relative) =>
        Assert.Null(Complete("https://api.voucherify.io/", relative).Address);

    [Fact]
    public void An_absolute_address_stays_and_is_checked_before_the_socket()
    {
        var address = new Uri("https://api.voucherify.io/v1/loyalties/members/CARD");
        var request = new HttpRequestMessage(HttpMethod.Get, address);

        Assert.Null(RequestAddress.Complete(request, Call(new Uri("https://api.voucherify.io/"))));
        Assert.Same(address, request.RequestUri);
    }

    private static (HttpRequestMessage Request, Uri? Address) Complete(string baseAddress, string relative)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(relative, UriKind.Relative));
        return (request, RequestAddress.Complete(request, Call(new Uri(baseAddress))));
    }

    private static NoContentCall Call(Uri baseAddress) => new(
        V1Operations.GetMember,
        new CallSettings(null!, baseAddress, TimeSpan.FromSeconds(60), Options: null, CancellationToken.None),
        static () => throw new InvalidOperationException("The request exists already."));
}
