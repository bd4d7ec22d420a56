using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Tests.Authentication;

public sealed class AccessTokenCacheTests
{
    private readonly ClientClock _clock = new(new FakeTimeProvider());

    [Fact]
    public async Task Disposing_the_token_cache_cancels_its_request()
    {
        CancellationToken asked = default;
        var cache = New(cancellationToken =>
        {
            asked = cancellationToken;
            return Never(cancellationToken);
        });
        var waiting = cache.GetAsync(null, CancellationToken.None);

        cache.Dispose();

        Assert.True(asked.IsCancellationRequested);
        Assert.Throws<ObjectDisposedException>(() => asked.WaitHandle);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await waiting);
    }

    [Fact]
    public async Task A_cancellation_by_the_token_source_is_reported_as_its_error()
    {
        using var cache = New(static _ => throw new OperationCanceledException("The source gave up."));

        var error = await Assert.ThrowsAsync<OperationCanceledException>(async () => await cache.GetAsync(null, CancellationToken.None));

        Assert.Equal("The source gave up.", error.Message);
    }

    private AccessTokenCache New(Func<CancellationToken, Task<IssuedToken>> fetch) => new(fetch, _clock, NullLogger.Instance);

    private static async Task<IssuedToken> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Never.");
    }
}
