using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A client over a script, with a clock that the test steps and seeded randomness.</summary>
internal sealed class ScriptedClient : IDisposable
{
    public ScriptedClient(params Step[] steps)
        : this(static _ => { }, steps)
    {
    }

    public ScriptedClient(Action<TestClientBuilder> configure, params Step[] steps)
    {
        Handler = new ScriptedHandler(steps);

        // Most tests are about how an outcome becomes known, however long that takes.
        var builder = new TestClientBuilder()
            .Configure(static options => options.Reconciliation.OutcomeTimeout = Timeout.InfiniteTimeSpan)
            .WithClock(Clock)
            .WithHandler(Handler)
            .WithSeed(1);
        configure(builder);
        Client = builder.Build();
    }

    /// <summary>Creates a client whose every attempt plays the same step.</summary>
    /// <param name="sent">Receives the time of each attempt.</param>
    /// <param name="step">The step.</param>
    /// <param name="configure">Changes the client.</param>
    public static ScriptedClient Timed(List<DateTimeOffset> sent, Step step, Action<TestClientBuilder>? configure = null)
    {
        ScriptedClient? test = null;
        test = new ScriptedClient(
            configure ?? (static _ => { }),
            (request, cancellationToken) =>
            {
                sent.Add(test!.Clock.GetUtcNow());
                return step(request, cancellationToken);
            });
        return test;
    }

    public SteppingClock Clock { get; } = new();

    public ScriptedHandler Handler { get; }

    public LoyaltyClient Client { get; }

    public int Attempts => Handler.Requests.Count;

    /// <summary>Adjusts a balance by 100 points, stepping the clock until it ends.</summary>
    public Task<BalanceResult> AdjustAsync(CancellationToken cancellationToken = default, RequestOptions? options = null) =>
        Clock.RunToEnd(Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            options: options,
            cancellationToken: cancellationToken));

    /// <summary>Makes the adjustment of a version, stepping the clock until it ends. Returns whether it was found.</summary>
    public Task<bool> AdjustAsync(ApiVersion version, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Clock.RunToEnd(Adjustment.Of(version).MakeAsync(Client, cancellationToken, options));

    /// <summary>Begins to adjust a balance by 100 points; the test steps the clock.</summary>
    public Task<BalanceResult> AdjustLater(CancellationToken cancellationToken) =>
        Client.V1.Members.AdjustBalanceAsync(
            "CARD", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" }, cancellationToken: cancellationToken);

    public Task<LoyaltyMember> GetAsync(CancellationToken cancellationToken = default) =>
        Clock.RunToEnd(Client.V1.Members.GetMemberAsync("CARD", cancellationToken: cancellationToken));

    /// <summary>Redeems a reward: a write that no lookup can find.</summary>
    public Task<Redemption> RedeemAsync(CancellationToken cancellationToken = default) =>
        Clock.RunToEnd(Client.V1.Redemptions.RedeemRewardAsync(
            "CARD", new RedeemRewardRequest { Reward = new() { Id = "rew_1" } }, cancellationToken: cancellationToken));

    public Task RevokeAsync(CancellationToken cancellationToken = default) =>
        Clock.RunToEnd(Client.OAuth.RevokeTokenAsync(new RevokeTokenRequest { AccessToken = "t" }, cancellationToken: cancellationToken));

    /// <summary>
    /// Asserts that exactly this request was sent. In the path and query, brackets and dollar signs stand for their escapes.
    /// </summary>
    public void AssertSent(HttpMethod method, string pathAndQuery, string? body)
    {
        var sent = Assert.Single(Handler.Requests);
        Assert.Equal(method, sent.Method);
        Assert.Equal(
            pathAndQuery.Replace("[", "%5B", StringComparison.Ordinal)
                .Replace("]", "%5D", StringComparison.Ordinal)
                .Replace("$", "%24", StringComparison.Ordinal),
            sent.Uri.PathAndQuery);
        Assert.Equal(body, sent.Body);
    }

    public void Dispose()
    {
        Client.Dispose();
        Handler.Dispose();
    }
}
