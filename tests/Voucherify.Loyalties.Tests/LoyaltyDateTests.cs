using System.Text.Json;

namespace Voucherify.Loyalties.Tests;

public sealed class LoyaltyDateTests
{
    [Fact]
    public void A_LoyaltyDate_of_a_day_gives_the_day_and_midnight_UTC()
    {
        var date = new LoyaltyDate("2022-11-10");

        Assert.True(date.IsDay);
        Assert.Equal(new DateOnly(2022, 11, 10), date.Date);
        Assert.Equal(new DateTimeOffset(2022, 11, 10, 0, 0, 0, TimeSpan.Zero), date.Instant);
    }

    [Fact]
    public void A_LoyaltyDate_of_a_moment_gives_the_moment_and_its_day()
    {
        var date = new LoyaltyDate("2022-08-17T23:46:18.619169+02:00");

        Assert.False(date.IsDay);
        Assert.Equal(new DateOnly(2022, 8, 17), date.Date);
        Assert.Equal(new DateTimeOffset(2022, 8, 17, 21, 46, 18, TimeSpan.Zero).AddMicroseconds(619169), date.Instant);
    }

    [Fact]
    public void A_LoyaltyDate_of_another_string_keeps_it()
    {
        var date = new LoyaltyDate("end of year");

        Assert.Null(date.Date);
        Assert.Null(date.Instant);
        Assert.Equal("end of year", date.ToString());
    }

    [Fact]
    public void A_LoyaltyDate_is_written_as_it_was_read()
    {
        const string json = "\"2022-08-17T07:46:18.61900Z\"";

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<LoyaltyDate>(json)));
    }

    [Fact]
    public void A_LoyaltyDate_is_written_in_the_format_of_the_service()
    {
        Assert.Equal("2024-02-29", LoyaltyDate.FromDate(new(2024, 2, 29)).Text);
        Assert.Equal("2024-02-28T23:00:00Z", LoyaltyDate.FromInstant(new(2024, 2, 29, 1, 0, 0, TimeSpan.FromHours(2))).Text);
        Assert.Equal(string.Empty, default(LoyaltyDate).Text);
    }
}
