using System.Text;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>The content of a write says whether bytes may have left, and can be sent only once.</summary>
public sealed class SendTrackingContentTests
{
    private readonly LoyaltyCall _call = new NoContentCall(
        V1Operations.AdjustBalance,
        new CallSettings(null!, new Uri("https://api.voucherify.io/"), TimeSpan.FromSeconds(60), Options: null, CancellationToken.None),
        static () => throw new InvalidOperationException("Nothing is sent here."));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public SendTrackingContentTests() => _call.Start(TimeProvider.System);

    [Fact]
    public async Task Bytes_may_have_left_once_a_released_content_was_read()
    {
        using var content = Content();
        Assert.False(content.Started);

        Assert.True(content.TryRelease(_call));
        Assert.Equal((false, false), (content.Started, content.WasRead));

        await content.CopyToAsync(Stream.Null, Stop);
        Assert.Equal((true, true), (content.Started, content.WasRead));
    }

    [Fact]
    public async Task A_content_that_was_read_early_has_left_when_it_is_released()
    {
        using var content = Content();
        await content.CopyToAsync(Stream.Null, Stop);
        Assert.Equal((false, true), (content.Started, content.WasRead));

        content.TryRelease(_call);

        Assert.True(content.Started);
    }

    [Fact]
    public async Task A_content_that_was_closed_before_it_was_read_gives_no_bytes()
    {
        using var content = Content();
        content.Close();

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => content.CopyToAsync(Stream.Null, Stop));

        Assert.Equal("The call has ended, so its request is no longer sent.", error.Message);
        Assert.False(content.WasRead);
    }

    [Fact]
    public async Task A_content_that_is_closed_after_it_was_read_stays_read()
    {
        using var content = Content();
        content.TryRelease(_call);
        await content.CopyToAsync(Stream.Null, Stop);

        content.Close();

        Assert.True(content.Started);
    }

    [Fact]
    public async Task The_second_reading_of_a_released_content_counts_as_another_attempt()
    {
        using var content = Content();
        await content.CopyToAsync(Stream.Null, Stop);
        content.TryRelease(_call);

        await content.CopyToAsync(Stream.Null, Stop);
        Assert.Equal(0, _call.Attempts);

        await content.CopyToAsync(Stream.Null, Stop);
        Assert.Equal(1, _call.Attempts);
    }

    [Fact]
    public async Task A_content_is_released_again_only_after_a_send_that_read_nothing()
    {
        using var content = Content();
        var send = new TaskCompletionSource();
        Assert.True(content.TryRelease(_call));
        Assert.False(content.TryRelease(_call));

        content.SentBy(send.Task);
        Assert.False(content.TryRelease(_call));

        send.SetResult();
        Assert.True(content.TryRelease(_call));
        Assert.False(content.TryRelease(_call));

        content.SentBy(Task.CompletedTask);
        await content.CopyToAsync(Stream.Null, Stop);
        Assert.False(content.TryRelease(_call));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_guard_of_a_content_is_asked_for_its_bytes_only_if_that_is_wanted(bool whenConnected)
    {
        var asked = 0;
        using var content = Content();
        content.GuardedBy(_call, _ => new(++asked > 0));
        if (whenConnected)
        {
            content.AskWhenConnected();
        }

        await content.CopyToAsync(Stream.Null, Stop);

        Assert.Equal(whenConnected ? 1 : 0, asked);
    }

    [Fact]
    public async Task A_guard_that_refuses_leaves_the_content_unread()
    {
        using var content = Content();
        content.TryRelease(_call);
        var guard = content.GuardedBy(_call, static _ => new(false));
        content.AskWhenConnected();
        using var bytes = new MemoryStream();

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => content.CopyToAsync(bytes, Stop));

        Assert.Equal("The send guard refused the request of AdjustBalance: it was not sent.", error.Message);
        Assert.Equal((true, false, 0L), (guard.IsRefused, content.Started, bytes.Length));
        Assert.Same(guard, content.GuardedBy(_call, static _ => new(true)));
    }

    [Fact]
    public async Task A_guard_that_ignores_the_end_of_its_attempt_leaves_the_content_unread()
    {
        using var ended = new CancellationTokenSource();
        using var content = Content();
        content.TryRelease(_call);
        content.GuardedBy(_call, async _ =>
        {
            await ended.CancelAsync();
            return true;
        });
        content.AskWhenConnected();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => content.CopyToAsync(Stream.Null, ended.Token));

        Assert.False(content.Started);
    }

    [Fact]
    public async Task A_content_has_the_bytes_and_the_type_of_a_form()
    {
        using var form = new StringContent("a=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var content = await SendTrackingContent.OfAsync(form);

        Assert.Equal("a=1", await content.ReadAsStringAsync(Stop));
        Assert.Equal(3, content.Headers.ContentLength);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", content.Headers.ContentType?.ToString());
        Assert.Throws<ObjectDisposedException>(() => { _ = form.ReadAsStream(Stop); });
    }

    [Fact]
    public async Task A_content_of_no_request_body_has_neither_bytes_nor_a_type()
    {
        using var content = await SendTrackingContent.OfAsync(content: null);

        Assert.Equal((0L, null), (content.Headers.ContentLength, content.Headers.ContentType));
        Assert.Same(content, await SendTrackingContent.OfAsync(content));
    }

    private static SendTrackingContent Content() => new([1, 2, 3], "application/json");
}
