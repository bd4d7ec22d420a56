using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Sandbox;
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

    [Fact]
    public async Task An_event_with_an_id_is_found_after_a_lost_response()
    {
        using var rig = Rig();
        rig.Strike(SandboxFault.LoseResponse);

        var tracked = await TrackAsync(rig, new() { ["page"] = "home" });

        Assert.Equal((true, "page_view"), (tracked.Recovered, tracked.Type));
        Assert.Equal(["home"], await PagesAsync(rig));
    }

    [Fact]
    public async Task An_event_that_is_not_there_is_sent_again_after_the_window_with_the_same_id()
    {
        using var rig = Rig();
        rig.Strike(SandboxFault.LoseRequest);
        var began = rig.Clock.GetUtcNow();

        var tracked = await TrackAsync(rig, new() { ["page"] = "home" });

        Assert.False(tracked.Recovered);
        Assert.Equal(["home"], await PagesAsync(rig));
        Assert.InRange(rig.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task An_event_for_an_unknown_customer_is_absent_until_it_arrives()
    {
        using var rig = Rig();
        rig.Strike(SandboxFault.LoseRequest);

        var tracked = await TrackAsync(rig, new(), "stranger");

        Assert.False(tracked.Recovered);
        Assert.Single(await PagesAsync(rig, "stranger"));
    }

    [Fact]
    public async Task Another_event_of_the_customer_is_not_taken_for_the_lost_one()
    {
        using var rig = Rig();
        await TrackAsync(rig, new() { ["page"] = "home" });
        rig.Strike(SandboxFault.LoseRequest);

        await TrackAsync(rig, new() { ["page"] = "home" });

        Assert.Equal(["home", "home"], await PagesAsync(rig));
    }

    [Fact]
    public async Task The_id_is_that_of_the_caller_or_a_new_one_and_the_request_stays_as_it_is()
    {
        using var test = new ScriptedClient(WithMarker, SampleResponses.Ok("TrackedEvent"), SampleResponses.Ok("TrackedEvent"));
        var metadata = new LoyaltyMetadata { ["page"] = "home" };
        var request = new TrackEventRequest { Event = "page_view", Customer = new() { SourceId = "shop-42" }, Metadata = metadata };

        await test.Client.Events.TrackEventAsync(request, Token);
        await test.Client.Events.TrackEventAsync(request with { Metadata = new() { ["marker"] = "view-7" } }, Token);

        Assert.Matches("\"metadata\":{\"page\":\"home\",\"marker\":\"[0-9a-f]{32}\"}", test.Handler.Requests[0].Body);
        Assert.EndsWith("\"metadata\":{\"marker\":\"view-7\"}}", test.Handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Equal("page", Assert.Single(metadata.Keys));
    }

    [Fact]
    public async Task Something_else_than_an_id_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(WithMarker, Steps.Ok("{}"));
        foreach (var value in new LoyaltyMetadataValue[] { 7, "", LoyaltyMetadataValue.Null })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => test.Client.Events.TrackEventAsync(
                new() { Event = "page_view", Customer = new() { SourceId = "shop-42" }, Metadata = new() { ["marker"] = value } }, Token));
        }

        Assert.Equal(0, test.Attempts);
    }

    private static void WithMarker(TestClientBuilder builder) =>
        builder.Configure(static options => options.Reconciliation.EventMarkerProperty = "marker");

    private static CardRig Rig()
    {
        var rig = new CardRig(configure: static options =>
        {
            options.Reconciliation.EventMarkerProperty = "marker";
            options.Reconciliation.ServiceErrorWindow = options.Reconciliation.NoAnswerWindow = TimeSpan.FromSeconds(20);
            options.TotalTimeout = TimeSpan.FromMinutes(5);
        });
        rig.Sandbox.V2.AddEvent("page_view");
        return rig;
    }

    private static Task<TrackedEvent> TrackAsync(CardRig rig, LoyaltyMetadata metadata, string customer = "customer-42") =>
        rig.Run(rig.Client.Events.TrackEventAsync(
            new() { Event = "page_view", Customer = new() { SourceId = customer }, Metadata = metadata }, Token));

    private static async Task<IEnumerable<string?>> PagesAsync(CardRig rig, string customer = "customer-42")
    {
        var activity = rig.Client.Customers.ListCustomerActivityAsync(customer, Token);
        return (await rig.Run(activity.ToListAsync(Token).AsTask()))
            .Where(static row => row.Type == CustomerActivityType.CustomerCustomEvent)
            .Select(static row => row.Data!.Value.GetProperty("event").GetProperty("metadata"))
            .Select(static metadata => metadata.TryGetProperty("page", out var page) ? page.GetString() : null)
            .ToList();
    }
}
