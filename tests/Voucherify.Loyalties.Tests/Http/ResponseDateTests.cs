using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

public sealed class ResponseDateTests
{
    private static readonly DateTimeOffset Known = new(2024, 8, 21, 5, 54, 33, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("yesterday")]
    [InlineData(null)]
    public void An_invalid_date_header_gives_no_date(string? text) => Assert.Null(Read(text));

    [Fact]
    public void A_cached_date_header_gives_its_date_and_a_different_one_another()
    {
        Assert.Equal(Known, Read("Wed, 21 Aug 2024 05:54:33 GMT"));
        Assert.Equal(Known, Read("Wed, 21 Aug 2024 05:54:33 GMT"));
        Assert.Equal(Known.AddSeconds(1), Read("Wed, 21 Aug 2024 05:54:34 GMT"));
        Assert.Null(Read("yesterday"));
        Assert.Equal(Known, Read("Wed, 21 Aug 2024 05:54:33 GMT"));
    }

    [Fact]
    public void A_date_header_in_an_obsolete_format_is_read() => Assert.Equal(Known, Read("Wednesday, 21-Aug-24 05:54:33 GMT"));

    private static DateTimeOffset? Read(string? text)
    {
        using var response = new HttpResponseMessage();
        if (text is not null)
        {
            response.Headers.TryAddWithoutValidation("Date", text);
        }

        return ResponseHeaders.Date(response);
    }
}
