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
    public void A_date_that_is_none_is_not_known(string? text) => Assert.Null(Read(text));

    [Fact]
    public void The_text_of_the_answer_before_gives_its_date_again_and_another_text_another()
    {
        Assert.Equal(Known, Read("Wed, 21 Aug 2024 05:54:33 GMT"));
        Assert.Equal(Known, Read("Wed, 21 Aug 2024 05:54:33 GMT"));
        Assert.Equal(Known.AddSeconds(1), Read("Wed, 21 Aug 2024 05:54:34 GMT"));
        Assert.Null(Read("yesterday"));
        Assert.Equal(Known, Read("Wed, 21 Aug 2024 05:54:33 GMT"));
    }

    [Fact]
    public void An_old_form_is_read_too() => Assert.Equal(Known, Read("Wednesday, 21-Aug-24 05:54:33 GMT"));

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
