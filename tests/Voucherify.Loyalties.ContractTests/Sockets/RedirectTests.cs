using System.Net;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>A redirect is a response and never followed, since that could send the credentials to another host.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private LoopbackServer _stranger = null!;

    public static TheoryData<int, bool> Redirects => new MatrixTheoryData<int, bool>([301, 302, 303, 307, 308], [true, false]);

    public static TheoryData<ApiVersion, int, bool> RedirectsOfVersions =>
        new MatrixTheoryData<ApiVersion, int, bool>(Adjustment.Versions, [301, 302, 303, 307, 308], [true, false]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stranger = await LoopbackServer.RespondingAsync(Responses.Balance());

    public async ValueTask DisposeAsync()
    {
        // No test ever sends anything to the target of the redirect.
        Assert.Empty(_stranger.Requests);
        await _stranger.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_read_that_is_redirected_fails_without_following(int status, bool toSameHost)
    {
        await using var server = await RedirectingAsync(status, toSameHost);
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(status, (int)error.StatusCode);
        Assert.Equal("/v1/loyalties/members/CARD", server.Requests.Single().RawTarget);
    }

    [Theory]
    [MemberData(nameof(RedirectsOfVersions))]
    public async Task An_adjustment_that_is_redirected_is_sent_once_and_has_an_unknown_outcome(
        ApiVersion version, int status, bool toSameHost)
    {
        var adjustment = Adjustment.Of(version);
        await using var server = await RedirectingAsync(status, toSameHost);
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => adjustment.MakeAsync(client, Stop));

        Assert.Equal((Adjustment.SourceId, adjustment.MemberId, 1), (error.SourceId, error.MemberId, error.Attempts));
        Assert.Equal((HttpStatusCode)status, Assert.IsType<LoyaltyApiException>(error.InnerException).StatusCode);
        Assert.Equal(adjustment.Path, server.Writes.Single().RawTarget);
    }

    [Theory]
    [MemberData(nameof(RedirectsOfVersions))]
    public async Task A_token_request_that_is_redirected_keeps_the_API_key_and_nothing_is_adjusted(
        ApiVersion version, int status, bool toSameHost)
    {
        await using var server = await RedirectingAsync(status, toSameHost);
        using var client = LoopbackClient.For(server.Address).WithCredentials(LoyaltyCredentials.OAuth("key-id", "key-secret")).Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => Adjustment.Of(version).MakeAsync(client, Stop));

        Assert.Equal(status, (int)error.StatusCode);
        Assert.Equal("/v1/oauth/token", server.Requests.Single().RawTarget);
    }

    private Task<LoopbackServer> RedirectingAsync(int status, bool toSameHost) => LoopbackServer.StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = toSameHost ? "/v1/elsewhere" : new Uri(_stranger.Address, "/v1/elsewhere").AbsoluteUri;
        return Task.CompletedTask;
    });
}
