using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>
/// A user's handlers are between the client and the socket. None of them can accidentally send credentials elsewhere or send an adjustment
/// twice.
/// </summary>
public sealed class HandlerTests
{
    public static TheoryData<string, string> Elsewhere => new MatrixTheoryData<string, string>(
        [.. SecretCredentials.All.Keys],
        [
            "https://evil.example/v1/loyalties/members/CARD",
            "https://api.voucherify.io.evil.example/v1/loyalties/members/CARD",
            "https://us1.api.voucherify.io/v1/loyalties/members/CARD",
            "https://api.voucherify.io:8443/v1/loyalties/members/CARD",
            "http://api.voucherify.io/v1/loyalties/members/CARD",
            "https://api.voucherify.io@evil.example/v1/loyalties/members/CARD",
            "https://127.0.0.1/v1/loyalties/members/CARD",
        ]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Elsewhere))]
    public async Task A_request_that_a_users_handler_redirects_never_reaches_the_socket(string kind, string address)
    {
        await using var rig = new Rig(
            kind,
            new ChangingHandler(request => request.RequestUri!.AbsolutePath == "/v1/oauth/token" ? request : Moved(request, address)));

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => rig.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));
        await Assert.ThrowsAsync<LoyaltySendRefusedException>(
            () => rig.Client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100 }, cancellationToken: Stop));

        Assert.All(
            rig.Socket.Requests, static request => Assert.Equal("https://api.voucherify.io/v1/oauth/token", request.Uri.AbsoluteUri));
    }

    /// <summary>A copy has the headers of the request, but is not connected to its call.</summary>
    [Theory]
    [InlineData("key")]
    [InlineData("OAuth")]
    [InlineData("provider")]
    public async Task A_copy_of_a_request_by_a_users_handler_is_refused(string kind)
    {
        await using var rig = new Rig(kind, new ChangingHandler(static request => request.RequestUri!.AbsolutePath == "/v1/oauth/token"
            ? request
            : Moved(Copied(request, withOptions: false), "https://evil.example/v1/loyalties/members/CARD")));

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => rig.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));

        Assert.DoesNotContain(rig.Socket.Requests, static request => request.Uri.Host == "evil.example");
    }

    /// <summary>The usual way to repeat a request is to copy it with its body and options.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_users_handler_that_repeats_copies_of_an_adjustment_sends_none(bool withOptions)
    {
        await using var rig = new Rig("key", new Repeating(withOptions));

        await Assert.ThrowsAnyAsync<LoyaltyException>(() => rig.Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new() { Points = 100 },
            options: new RequestOptions { Timeout = TimeSpan.FromMilliseconds(200) },
            cancellationToken: Stop));

        Assert.DoesNotContain(rig.Socket.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task A_users_handler_may_send_its_own_requests_without_credentials()
    {
        await using var rig = new Rig(
            "key", new ChangingHandler(static _ => new HttpRequestMessage(HttpMethod.Get, "https://elsewhere.example/")));

        await rig.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.False(Canary.IsIn(Assert.Single(rig.Socket.Requests).Headers));
    }

    private static HttpRequestMessage Moved(HttpRequestMessage request, string address)
    {
        request.RequestUri = new Uri(address);
        return request;
    }

    private static HttpRequestMessage Copied(HttpRequestMessage request, bool withOptions)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(content.ReadAsByteArrayAsync(Stop).GetAwaiter().GetResult());
            copy.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (withOptions)
        {
            foreach (var (name, value) in request.Options)
            {
                copy.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
            }
        }

        return copy;
    }

    private sealed class Repeating(bool withOptions) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await base.SendAsync(Copied(request, withOptions), cancellationToken);
            return await base.SendAsync(Copied(request, withOptions), cancellationToken);
        }
    }

    /// <summary>A registered client with a user's handler, over a script in place of the socket.</summary>
    private sealed class Rig : IAsyncDisposable
    {
        private readonly ServiceProvider _provider;

        public Rig(string kind, DelegatingHandler handler)
        {
            var services = new ServiceCollection();
            services.AddVoucherifyLoyalties(options =>
            {
                options.Credentials = SecretCredentials.All[kind]();
                options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue;
                options.AttemptTimeout = options.TotalTimeout;
            }).AddHttpMessageHandler(() => handler).ConfigurePrimaryHttpMessageHandler(() => Socket);
            _provider = services.BuildServiceProvider();
        }

        public ScriptedHandler Socket { get; } = new(Steps.Ok(Steps.MemberJson).WithToken());

        public ILoyaltyClient Client => _provider.GetRequiredService<ILoyaltyClient>();

        public async ValueTask DisposeAsync()
        {
            await _provider.DisposeAsync();
            Socket.Dispose();
        }
    }
}
