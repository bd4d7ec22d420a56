using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>What belongs to one request of a program reaches no other one, and does not outlive it.</summary>
[Collection(nameof(RunsAlone))]
public sealed class RequestContextTests
{
    private static readonly AsyncLocal<object?> Local = new();

    [Fact]
    public async Task A_token_that_a_token_provider_keeps_is_not_cancelled_by_another_call()
    {
        List<CancellationToken> kept = [];
        using var client = New(
            static (_, _) => Task.FromResult(Ok(new StringContent(Steps.MemberJson))),
            options => options.Credentials = LoyaltyCredentials.AccessToken((_, cancellationToken) =>
            {
                kept.Add(cancellationToken);
                return new("token");
            }));
        await client.V1.Members.GetMemberAsync("CARD");

        await CancelManyAsync();

        Assert.Single(kept);
        Assert.DoesNotContain(kept, static token => token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_token_that_a_response_body_keeps_is_not_cancelled_by_another_call()
    {
        List<CancellationToken> kept = [];
        using var client = New((_, _) => Task.FromResult(Ok(new StreamContent(new KeepingStream(kept)))));
        await client.V1.Members.GetMemberAsync("CARD");

        await CancelManyAsync();

        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, static token => token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_token_that_a_handler_keeps_is_not_cancelled_by_another_call()
    {
        List<CancellationToken> kept = [];
        using var client = New((_, cancellationToken) =>
        {
            kept.Add(cancellationToken);
            return Task.FromResult(Ok(new StringContent(Steps.MemberJson)));
        });
        await client.V1.Members.GetMemberAsync("CARD");

        await CancelManyAsync();

        Assert.DoesNotContain(kept, static token => token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Asynchronous_locals_of_the_request_that_made_a_client_do_not_live_as_long_as_the_client(bool isInContainer)
    {
        var (client, request) = await Task.Run(() => MadeByRequestAsync(isInContainer));

        for (var i = 0; i < 10 && request.IsAlive; i++)
        {
            // The pool may still hold the context of the last item of a thread.
            await Task.Run(static () => Local.Value = null);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(request.IsAlive);
        GC.KeepAlive(client);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(object Client, WeakReference Request)> MadeByRequestAsync(bool isInContainer)
    {
        var request = new object();
        Local.Value = request;
        var (client, owner) = isInContainer ? FromContainer() : Direct();
        await client.V1.Members.GetMemberAsync("CARD");
        await client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100 });
        Local.Value = null;
        return (owner, new WeakReference(request));
    }

    private static (ILoyaltyClient Client, object Owner) Direct()
    {
        var client = New(static (request, _) => Task.FromResult(
            Ok(new StringContent(request.Method == HttpMethod.Get ? Steps.MemberJson : Steps.BalanceJson))));
        return (client, client);
    }

    private static (ILoyaltyClient Client, object Owner) FromContainer()
    {
        var settings = new Dictionary<string, string?> { ["V:AppId"] = "app-id", ["V:AppToken"] = "app-token" };
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("V"))
            .ConfigurePrimaryHttpMessageHandler(static () => new ScriptedHandler(
                (request, _) => Task.FromResult(
                    Ok(new StringContent(request.Method == HttpMethod.Get ? Steps.MemberJson : Steps.BalanceJson)))));
        var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<ILoyaltyClient>(), provider);
    }

    /// <summary>Makes more calls than sources are kept for reuse, and cancels them.</summary>
    private static async Task CancelManyAsync()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = New(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        });
        var calls = Enumerable.Range(0, 100)
            .Select(_ => client.V1.Members.GetMemberAsync("CARD", cancellationToken: cancellation.Token))
            .ToList();
        await cancellation.CancelAsync();
        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }
    }

    private static LoyaltyClient New(Step step, Action<LoyaltyClientOptions>? configure = null) =>
        new TestClientBuilder().WithHandler(new ScriptedHandler(step)).Configure(configure).Build();

    private static HttpResponseMessage Ok(HttpContent content) => new(HttpStatusCode.OK) { Content = content };

    private sealed class KeepingStream(List<CancellationToken> kept) : MemoryStream(Encoding.UTF8.GetBytes(Steps.MemberJson))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            kept.Add(cancellationToken);
            return new(Read(buffer.Span));
        }
    }
}
