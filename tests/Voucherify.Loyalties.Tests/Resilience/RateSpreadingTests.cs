using System.Net;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>Many calls at once, at the limit of a service.</summary>
public sealed class RateSpreadingTests
{
    private readonly SteppingClock _clock = new();

    [Theory]
    [InlineData(100, true, true)]
    [InlineData(100, false, true)]
    [InlineData(100, false, false)]
    [InlineData(2_000, true, true)]
    public async Task Held_calls_follow_a_probe_and_none_is_lost(int limit, bool statesLimit, bool statesWait)
    {
        var service = new LimitedService(_clock, limit) { StatesLimit = statesLimit, StatesWait = statesWait };
        using var client = Build(service, options => options.Retry.MaxRetries = statesWait ? 3 : 20);
        service.BeginPeriod(left: statesLimit ? 1 : 0);
        var first = Get(client);
        _clock.Step();

        await _clock.RunToEnd(Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Get(client)).Append(first)));

        var accepted = service.Accepted;
        Assert.Equal(501, accepted.Count);
        var periods = (500 / limit) + 1;
        Assert.InRange(service.Refused, 0, (statesLimit, statesWait) switch
        {
            (true, _) => 0,
            (_, true) => 2 * periods,

            // The client must find the end of each period by itself.
            _ => 15 * periods,
        });

        // No burst: within 20 ms, far fewer leave than are held.
        Assert.InRange(MostWithin(accepted, TimeSpan.FromMilliseconds(20)), 1, limit == 100 ? 3 : 20);
        Assert.Equal(0, _clock.ActiveTimers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Calls_that_were_refused_together_do_not_return_together(bool statesLimit)
    {
        var service = new LimitedService(_clock, limit: 60) { StatesLimit = statesLimit };
        using var client = Build(service);

        // Nothing is known before the first response, so all of them leave at once, and 40 are refused.
        await _clock.RunToEnd(Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Get(client))));

        Assert.Equal(100, service.Accepted.Count);
        Assert.InRange(service.Refused, 40, 44);
        Assert.InRange(MostWithin([.. service.Accepted.Skip(60)], TimeSpan.FromMilliseconds(20)), 1, 3);
    }

    [Fact]
    public async Task Clients_that_share_a_limit_collect_few_refusals()
    {
        var service = new LimitedService(_clock, limit: 100);
        var clients = Enumerable.Range(1, 3).Select(seed => Build(service, seed: seed)).ToList();
        service.BeginPeriod(left: 3);
        await _clock.RunToEnd(Task.WhenAll(clients.Select(static client => Get(client))));

        await _clock.RunToEnd(Task.WhenAll(clients.SelectMany(static client => Enumerable.Range(0, 100).Select(_ => Get(client)))));

        Assert.Equal(303, service.Accepted.Count);
        Assert.InRange(service.Refused, 0, 40);
        clients.ForEach(static client => client.Dispose());
    }

    [Fact]
    public void A_stray_refusal_does_not_slow_a_busy_client_down()
    {
        var isStray = false;
        using var test = new ScriptedClient((request, cancellationToken) =>
        {
            var step = isStray ? Steps.Respond(HttpStatusCode.TooManyRequests) : Steps.Ok(Steps.MemberJson);
            isStray = false;
            return step(request, cancellationToken);
        });
        var calls = new List<(DateTimeOffset At, Task<LoyaltyMember> Call)>();
        var slowest = TimeSpan.Zero;

        // 200 calls a second, over a minute. The 429 comes in its middle.
        for (var i = 0; i < 12_000; i++)
        {
            isStray |= i == 6_000;
            calls.Add((test.Clock.GetUtcNow(), test.Client.V1.Members.GetMemberAsync("CARD")));
            test.Clock.Advance(TimeSpan.FromMilliseconds(5));
            foreach (var (at, _) in calls.Where(static call => call.Call.IsCompleted))
            {
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, (test.Clock.GetUtcNow() - at).Ticks));
            }

            calls.RemoveAll(static call => call.Call.IsCompletedSuccessfully);
        }

        Assert.Empty(calls);
        Assert.InRange(slowest, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Held_adjustments_of_a_card_keep_their_order()
    {
        var service = new LimitedService(_clock, limit: 30);
        using var client = Build(service, static options =>
        {
            options.Ordering.SettleDelay = TimeSpan.Zero;
            options.Ordering.MaxQueueWait = TimeSpan.FromHours(1);
        });
        service.BeginPeriod(left: 1);
        await _clock.RunToEnd(Get(client));

        await _clock.RunToEnd(Task.WhenAll(Enumerable.Range(1, 120).Select(points => client.V1.Members.AdjustBalanceAsync(
            $"CARD-{points % 4}", new AdjustBalanceRequest { Points = 100, SourceId = $"{points % 4}:{points:000}" }))));

        var sent = service.Bodies.OfType<string>()
            .Select(static body => JsonDocument.Parse(body).RootElement.GetProperty("source_id").GetString()!)
            .ToList();
        Assert.Equal(120, sent.Count);
        Assert.Equal(0, service.Refused);
        foreach (var card in sent.GroupBy(static id => id[0]))
        {
            Assert.Equal(card.Order(StringComparer.Ordinal), card);
        }
    }

    [Fact]
    public async Task Calls_that_have_no_time_for_their_turn_end_unsent()
    {
        var service = new LimitedService(_clock, limit: 10);
        using var client = Build(service, static options =>
        {
            options.TotalTimeout = TimeSpan.FromMinutes(1);
            options.Retry.MaxServerDelay = TimeSpan.FromSeconds(30);
        });
        service.BeginPeriod(left: 1);
        await _clock.RunToEnd(Get(client));
        _clock.Advance(TimeSpan.FromSeconds(40));

        var calls = Enumerable.Range(0, 50).Select(_ => Get(client)).ToList();
        await Record.ExceptionAsync(() => _clock.RunToEnd(Task.WhenAll(calls)));

        // The period allows ten.
        Assert.Equal(10, calls.Count(static call => call.IsCompletedSuccessfully));
        Assert.Equal(0, service.Refused);
        Assert.All(
            calls.Where(static call => call.IsFaulted),
            static call => Assert.NotNull(Assert.IsType<LoyaltyRateLimitException>(call.Exception!.InnerException).HeldBackUntil));
    }

    [Fact]
    public async Task Calls_that_would_follow_too_late_end_unsent_and_cost_the_others_nothing()
    {
        var service = new LimitedService(_clock, limit: 1_000) { StatesLimit = false };
        using var client = Build(service, static options => options.Retry.MaxServerDelay = TimeSpan.FromSeconds(3));
        service.BeginPeriod(left: 0);
        await Record.ExceptionAsync(() => _clock.RunToEnd(Get(client)));
        _clock.Advance(TimeSpan.FromSeconds(58));

        var calls = Enumerable.Range(0, 100).Select(_ => Get(client)).ToList();
        await Record.ExceptionAsync(() => _clock.RunToEnd(Task.WhenAll(calls)));

        // About 10 a second for 3 seconds.
        Assert.InRange(calls.Count(static call => call.IsCompletedSuccessfully), 25, 45);
        Assert.Equal(calls.Count(static call => call.IsCompletedSuccessfully), service.Accepted.Count);
        Assert.Equal(1, service.Refused);
        Assert.All(
            calls.Where(static call => call.IsFaulted),
            static call => Assert.InRange(
                Assert.IsType<LoyaltyRateLimitException>(call.Exception!.InnerException).RetryAfter!.Value,
                TimeSpan.FromSeconds(3),
                TimeSpan.FromSeconds(3.2)));
        await _clock.RunToEnd(Get(client));
    }

    [Fact]
    public async Task Held_calls_that_are_cancelled_leave_their_place_to_others()
    {
        var service = new LimitedService(_clock, limit: 20);
        using var client = Build(service);
        service.BeginPeriod(left: 1);
        await _clock.RunToEnd(Get(client));
        using var cancellation = new CancellationTokenSource();
        var cancelled = Enumerable.Range(0, 15).Select(_ => Get(client, cancellation.Token)).ToList();
        var kept = Enumerable.Range(0, 15).Select(_ => Get(client)).ToList();
        while (service.Accepted.Count < 3)
        {
            _clock.Step();
        }

        await cancellation.CancelAsync();
        await _clock.RunToEnd(Task.WhenAll(kept));

        // All within the one period.
        Assert.InRange(service.Accepted[^1] - service.Accepted[1], TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(cancelled.Count(static call => call.IsCanceled), 12, 15);
        Assert.Equal(0, service.Refused);
    }

    [Fact]
    public async Task Calls_with_a_token_that_has_expired_pass_after_the_limit()
    {
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            RateLimit = 20,
            TokenLifetime = TimeSpan.FromSeconds(30),
        });
        sandbox.V1.AddCard("CARD", points: 1000);
        using var client = TestClientBuilder.ForSandbox(sandbox)
            .WithCredentials(LoyaltyCredentials.OAuth(LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken))
            .Configure(Patient)
            .WithHandler(sandbox.CreateHandler())
            .WithSeed(1)
            .Build();

        await _clock.RunToEnd(Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Get(client))));

        // The calls, the tokens, and a few refusals.
        Assert.InRange(sandbox.Requests.Sum(static pair => pair.Value), 60 + 3, 60 + 10);
    }

    [Fact]
    public async Task A_sandbox_that_limits_the_rate_refuses_few_of_500_adjustments()
    {
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = _clock, RateLimit = 100 });
        for (var card = 0; card < 50; card++)
        {
            sandbox.V1.AddCard($"CARD-{card}", points: 0);
        }

        using var client = TestClientBuilder.ForSandbox(sandbox)
            .Configure(Patient)
            .WithHandler(sandbox.CreateHandler())
            .WithSeed(1)
            .Build();

        await _clock.RunToEnd(Task.WhenAll(Enumerable.Range(0, 500).Select(i => client.V1.Members.AdjustBalanceAsync(
            $"CARD-{i % 50}", new AdjustBalanceRequest { Points = 1, SourceId = $"order-{i}" }))));

        Assert.Equal(500, sandbox.Journal.Count);
        Assert.All(Enumerable.Range(0, 50), card => Assert.Equal(10, sandbox.V1.GetCard($"CARD-{card}").Balance));

        // None was refused.
        Assert.Equal(500, sandbox.Requests.Sum(static pair => pair.Value));
    }

    private static Task<LoyaltyMember> Get(LoyaltyClient client, CancellationToken cancellationToken = default) =>
        client.V1.Members.GetMemberAsync("CARD", cancellationToken: cancellationToken);

    private static int MostWithin(IReadOnlyList<DateTimeOffset> times, TimeSpan span) =>
        times.Max(begin => times.Count(time => time >= begin && time - begin <= span));

    private static void Patient(LoyaltyClientOptions options)
    {
        options.TotalTimeout = TimeSpan.FromHours(1);
        options.Retry.MaxServerDelay = TimeSpan.FromHours(1);
        options.Ordering.MaxQueueWait = TimeSpan.FromHours(1);
    }

    private LoyaltyClient Build(LimitedService service, Action<LoyaltyClientOptions>? configure = null, int seed = 1) =>
        new TestClientBuilder()
            .WithClock(_clock)
            .WithHandler(service)
            .WithSeed(seed)
            .Configure(Patient)
            .Configure(configure)
            .Build();
}
