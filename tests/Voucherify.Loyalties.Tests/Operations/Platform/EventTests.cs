using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations.Platform;

/// <summary>Events of a project, which both versions share.</summary>
public sealed class EventTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_tracked()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("TrackedEvent"));
        var request = new TrackEventRequest
        {
            Event = "page_view",
            Customer = new() { SourceId = "shop-42" },
            Metadata = new() { ["page"] = "home" },
        };

        var tracked = await test.Client.Events.TrackEventAsync(request, Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v1/events",
            """{"event":"page_view","customer":{"source_id":"shop-42"},"metadata":{"page":"home"}}""");
        SampleResponses.AssertComplete("TrackedEvent", tracked, PlatformJson.TrackedEvent);
    }

    [Theory]
    [InlineData("", "shop-42")]
    [InlineData("page_view", "")]
    [InlineData(null, "shop-42")]
    public async Task An_event_without_a_name_or_a_customer_is_refused_before_anything_is_sent(string? name, string sourceId)
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<ArgumentException>(() => test.Client.Events.TrackEventAsync(
            new() { Event = name ?? new string('e', 301), Customer = new() { SourceId = sourceId } }, Token));

        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task An_event_is_never_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(
            test.Client.Events.TrackEventAsync(new() { Event = "page_view", Customer = new() { SourceId = "shop-42" } }, Token)));

        Assert.Equal(1, test.Attempts);
    }
}
