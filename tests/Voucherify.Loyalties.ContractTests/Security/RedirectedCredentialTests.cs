using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>Redirects with each kind of credentials, of a download, and of an adjustment. RedirectTests has the other cases.</summary>
public sealed class RedirectedCredentialTests : IAsyncLifetime
{
    private const string Transactions =
        """
        {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION",
        "details":{"balance":{"points":100,"balance":300,"total":300}}}],"has_more":false}
        """;

    private LoopbackServer _stranger = null!;
    private LoopbackServer _server = null!;
    private int _status;

    public static TheoryData<int> Statuses => [300, 301, 302, 303, 305, 307, 308];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stranger = await LoopbackServer.RespondingAsync(Responses.Balance());
        _server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path.Value!.EndsWith("/transactions", StringComparison.Ordinal))
            {
                return LoopbackServer.RespondAsync(context, Transactions);
            }

            context.Response.StatusCode = _status;
            context.Response.Headers.Location = new Uri(_stranger.Address, context.Request.Path.Value).AbsoluteUri;
            return Task.CompletedTask;
        });
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, _stranger.Connections);
        await _stranger.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task A_redirect_does_not_receive_the_access_token(int status)
    {
        _status = status;
        using var client = LoopbackClient.For(_server.Address)
            .WithCredentials(LoyaltyCredentials.AccessToken(static (_, _) => new("bearer")))
            .Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.Equal(status, (int)error.StatusCode);
        Assert.Equal("Bearer bearer", Assert.Single(_server.Requests).Headers["Authorization"]);
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task A_redirect_of_a_download_does_not_receive_the_credentials(int status)
    {
        _status = status;
        using var client = LoopbackClient.For(_server.Address).Build();
        var export = new Export
        {
            Id = "exp_1",
            Status = ExportStatus.Done,
            Result = new() { Url = new Uri(_server.Address, "v1/exports/exp_1?token=t").AbsoluteUri },
        };

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => client.V1.Exports.DownloadAsync(export, cancellationToken: Stop));

        Assert.Equal(status, (int)error.StatusCode);
        Assert.Single(_server.Requests);
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task An_adjustment_that_was_applied_before_the_redirect_is_found(int status)
    {
        _status = status;
        using var client = LoopbackClient.For(_server.Address)
            .Configure(static options => options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(1))
            .Build();

        var result = await client.V1.Members.AdjustBalanceAsync(
            "CARD", new() { Points = 100, SourceId = "order-1" }, cancellationToken: Stop);

        Assert.Equal((true, 300), (result.Recovered, result.Balance));
        Assert.Single(_server.Writes);
    }
}
