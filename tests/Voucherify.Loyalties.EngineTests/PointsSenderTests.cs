using LoyaltySending;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.EngineTests;

/// <summary>One attempt of the samples for other engines.</summary>
public sealed class PointsSenderTests : IDisposable
{
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();
    private readonly LoyaltySandbox _sandbox = LoyaltySandbox.Create();
    private readonly LoyaltyClient _client;
    private readonly PointsSender _sender;

    public PointsSenderTests()
    {
        _sandbox.V1.AddCard("ANNA", points: 100);
        var options = _sandbox.CreateClientOptions();
        options.Ordering.SettleDelay = TimeSpan.Zero;
        _client = new LoyaltyClient(options, _sandbox.CreateHandler());
        _sender = new PointsSender(_client, _clock, SendWithin);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_item_with_a_fresh_claim_is_applied() =>
        Assert.Equal((SendKind.Applied, 1), (await SendAsync(new("ANNA", 5, "order-1")), _sandbox.Journal.Count));

    [Fact]
    public async Task An_item_whose_claim_is_too_old_is_not_sent()
    {
        var claimedAt = _clock.GetTimestamp();
        _clock.Advance(SendWithin + TimeSpan.FromTicks(1));

        var result = await _sender.SendAsync(new("ANNA", 5, "order-1"), claimedAt, isSentBefore: false, IsOwnerAsync);

        Assert.Equal((SendKind.NotSent, 0), (result.Kind, _sandbox.Journal.Count));
    }

    [Fact]
    public async Task An_item_that_another_worker_has_claimed_is_not_sent()
    {
        var result = await _sender.SendAsync(
            new("ANNA", 5, "order-1"), _clock.GetTimestamp(), isSentBefore: false, static _ => ValueTask.FromResult(false));

        Assert.Equal((SendKind.NotSent, 0), (result.Kind, _sandbox.Journal.Count));
    }

    [Fact]
    public async Task An_item_that_was_sent_before_is_looked_up_and_not_sent_again()
    {
        await SendAsync(new("ANNA", 5, "order-1"));

        var again = await SendAsync(new("ANNA", 5, "order-1"), isSentBefore: true);

        Assert.Equal((SendKind.Applied, 1), (again, _sandbox.Journal.Count));
    }

    [Fact]
    public async Task An_item_whose_response_is_lost_is_unknown_for_a_whole_window()
    {
        _sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        _sandbox.Faults.Next(SandboxFault.LoseResponse);

        var result = await _sender.SendAsync(new("ANNA", 5, "order-1"), _clock.GetTimestamp(), isSentBefore: false, IsOwnerAsync);

        Assert.Equal(SendKind.Unknown, result.Kind);
        Assert.InRange(result.WindowLeft, _client.Times.NoAnswerWindow - TimeSpan.FromSeconds(30), _client.Times.NoAnswerWindow);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_item_of_an_unknown_card_is_refused(bool isSentBefore) =>
        Assert.Equal(SendKind.Refused, await SendAsync(new("NOBODY", 5, "order-1"), isSentBefore));

    [Fact]
    public async Task An_item_whose_id_belongs_to_other_points_is_refused_after_a_lookup()
    {
        await SendAsync(new("ANNA", 5, "order-1"));

        Assert.Equal(SendKind.Refused, await SendAsync(new("ANNA", 6, "order-1"), isSentBefore: true));
    }

    [Fact]
    public async Task A_lookup_that_fails_sends_nothing()
    {
        _sandbox.Faults.AppliesTo = SandboxFaultTargets.Reads;
        for (var i = 0; i < 10; i++)
        {
            _sandbox.Faults.Next(SandboxFault.LoseRequest);
        }

        Assert.Equal((SendKind.NotSent, 0), (await SendAsync(new("ANNA", 5, "order-1"), isSentBefore: true), _sandbox.Journal.Count));
    }

    private static ValueTask<bool> IsOwnerAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    private async Task<SendKind> SendAsync(PointsItem item, bool isSentBefore = false) =>
        (await _sender.SendAsync(item, _clock.GetTimestamp(), isSentBefore, IsOwnerAsync)).Kind;
}
