using System.Net;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>What becomes of the requests and responses of an attempt.</summary>
public sealed class RequestSenderTests
{
    [Fact]
    public async Task A_request_carries_only_its_call_and_is_disposed_after_the_attempt()
    {
        HttpRequestMessage? sent = null;
        using var test = new ScriptedClient(
            client => client.WithUserHandler(new ChangingHandler(request =>
            {
                sent = request;
                Assert.Equal(OutboundRequestCheck.CallKey.Key, Assert.Single(request.Options).Key);
            })),
            Steps.Ok(Steps.BalanceJson));

        await test.AdjustAsync();

        Assert.Throws<ObjectDisposedException>(() => { _ = sent!.Content!.ReadAsStream(TestContext.Current.CancellationToken); });
    }

    [Fact]
    public async Task A_read_has_no_body_and_a_write_without_one_has_an_empty_body()
    {
        var contents = new List<HttpContent?>();
        using var test = new ScriptedClient(
            client => client.WithUserHandler(new ChangingHandler(request => contents.Add(request.Content))), Steps.Ok(Steps.BalanceJson));

        await test.GetAsync();
        await test.Clock.RunToEnd(test.Client.V1.PendingPoints.ActivatePendingPointsAsync("CARD", "lopp_1"));

        Assert.Equal([null, typeof(SendTrackingContent)], contents.Select(static content => content?.GetType()));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, Steps.MemberJson)]
    [InlineData(HttpStatusCode.OK, "<html></html>")]
    [InlineData(HttpStatusCode.NotFound, """{"key":"not_found"}""")]
    public async Task A_response_is_disposed_after_it_was_read(HttpStatusCode status, string body)
    {
        HttpResponseMessage? response = null;
        using var test = new ScriptedClient(async (request, cancellationToken) =>
            response = await Steps.Respond(status, body)(request, cancellationToken));

        await Record.ExceptionAsync(() => test.GetAsync());

        Assert.Throws<ObjectDisposedException>(() => { _ = response!.Content.ReadAsStream(TestContext.Current.CancellationToken); });
    }

    [Fact]
    public async Task A_lack_of_memory_is_no_failure_of_the_service()
    {
        using var test = new ScriptedClient(static (_, _) => throw new InsufficientMemoryException());

        await Assert.ThrowsAsync<InsufficientMemoryException>(() => test.GetAsync());

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_response_is_disposed_when_the_caller_cancels_while_it_is_read()
    {
        using var cancellation = new CancellationTokenSource();
        HttpResponseMessage? response = null;
        using var test = new ScriptedClient(async (request, cancellationToken) =>
        {
            response = await Steps.FailBody(HttpStatusCode.OK, new OperationCanceledException())(request, cancellationToken);
            await cancellation.CancelAsync();
            return response;
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => test.GetAsync(cancellation.Token));

        Assert.Throws<ObjectDisposedException>(() => { _ = response!.Content.ReadAsStream(TestContext.Current.CancellationToken); });
    }

    [Fact]
    public async Task The_send_guard_is_asked_once_over_a_handler_that_is_no_connection()
    {
        var asked = 0;
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await test.Clock.RunToEnd(test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new ResumeOptions { Prior = PriorAttempt.None, SendGuard = _ => new(++asked > 0) }));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_guard_that_agrees_after_the_end_of_its_attempt_releases_no_bytes()
    {
        using var cancellation = new CancellationTokenSource();
        var asked = 0;
        var late = new TaskCompletionSource<bool>();
        using var handler = new CopyingHandler();
        using var client = new TestClientBuilder().WithHandler(handler).WithSeed(1).Build();
        var call = client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new ResumeOptions { Prior = PriorAttempt.None, SendGuard = async _ => ++asked == 1 || await late.Task },
            cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        late.SetResult(true);

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => handler.Copying!);
        Assert.Equal((2, 0L), (asked, handler.Bytes.Length));
    }

    [Fact]
    public async Task A_machine_that_was_frozen_while_its_guard_agreed_sends_nothing_although_no_timer_has_fired_yet()
    {
        var sandbox = LoyaltySandbox.Create();
        using var service = sandbox.CreateHandler();
        var clock = new TimerlessClock();
        using var client = TestClientBuilder.ForSandbox(sandbox).WithClock(clock).WithHandler(service).WithSeed(1).Build();

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new ResumeOptions
            {
                Prior = PriorAttempt.None,
                SendGuard = _ =>
                {
                    clock.Advance(TimeSpan.FromSeconds(10));
                    return new(true);
                },
            },
            options: new RequestOptions { Timeout = TimeSpan.FromSeconds(10) }));
    }

    /// <summary>A clock that moves without its timers, as seen by the first code that runs after a freeze.</summary>
    private sealed class TimerlessClock : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(static _ => { }, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks for the bytes as a connection does, and goes on although its attempt has ended.</summary>
    private sealed class CopyingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public MemoryStream Bytes { get; } = new();

        public Task? Copying { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Copying = request.Content!.CopyToAsync(Bytes, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It never responds.");
        }

        protected override void Dispose(bool disposing)
        {
            Bytes.Dispose();
            base.Dispose(disposing);
        }
    }
}
