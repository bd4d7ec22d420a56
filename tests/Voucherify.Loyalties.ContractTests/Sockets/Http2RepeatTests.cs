using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>
/// With HTTP/2, a server can declare that it did not process a request, and .NET then sends it again. Such a send is counted, and the send
/// guard is asked for it.
/// </summary>
public sealed class Http2RepeatTests : IDisposable
{
    private readonly CancellationTokenSource _patience = TestTimeout.Source();

    public void Dispose() => _patience.Dispose();

    [Theory]
    [InlineData(Http2Refusal.Stream)]
    [InlineData(Http2Refusal.GoAway)]
    public async Task A_request_that_the_server_refused_to_process_is_sent_again_and_counted(Http2Refusal refusal)
    {
        await using var server = new Http2Server(Responses.Balance(), refusals: 2, refusal);
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == LoyaltyTelemetry.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var provider = Provide(server.Address);

        await AdjustAsync(provider, new ResumeOptions { Prior = PriorAttempt.None });

        Assert.Equal(3, server.Requests);
        var own = Assert.Single(spans, span => span.GetTagItem("server.port") is int port && port == server.Address.Port);
        Assert.Equal(2, own.GetTagItem("http.request.resend_count"));
    }

    [Fact]
    public async Task The_send_guard_is_asked_for_each_of_the_sends()
    {
        var asked = 0;
        await using var server = new Http2Server(Responses.Balance(), refusals: 2, Http2Refusal.Stream);
        await using var provider = Provide(server.Address);

        await AdjustAsync(provider, new ResumeOptions { Prior = PriorAttempt.None, SendGuard = _ => new(++asked > 0) });

        Assert.Equal((3, 3), (server.Requests, asked));
    }

    [Fact]
    public async Task A_request_that_is_given_up_ends_its_stream_and_not_the_connection()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(_patience.Token);
        await using var server = new Http2Server(Responses.Member, refusals: 1, Http2Refusal.Silence);
        await using var provider = Provide(server.Address);
        var members = provider.GetRequiredService<ILoyaltyClient>().V1.Members;
        var abandoned = members.GetMemberAsync("CARD", cancellationToken: caller.Token);
        await server.FirstRequest.WaitAsync(_patience.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        await members.GetMemberAsync("CARD", cancellationToken: _patience.Token);
        Assert.Equal((2, 1, 1), (server.Requests, server.Resets, server.Connections));
    }

    private static ServiceProvider Provide(Uri address)
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, address))
            .AddHttpMessageHandler(static () => new Version2());
        return services.BuildServiceProvider();
    }

    private Task<BalanceResult> AdjustAsync(IServiceProvider provider, ResumeOptions resume) =>
        provider.GetRequiredService<ILoyaltyClient>().V1.Members.ResumeAdjustmentAsync(
            "CARD", new() { Points = 100, SourceId = "order-1" }, resume, cancellationToken: _patience.Token);

    private sealed class Version2 : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
