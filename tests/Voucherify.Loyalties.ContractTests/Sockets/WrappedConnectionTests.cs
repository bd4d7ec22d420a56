using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>A builder filter may wrap the client's own connections. The outbound request check stays next to them.</summary>
public sealed class WrappedConnectionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repeating_handler_around_the_connections_leads_to_one_send(bool first)
    {
        using var patience = TestTimeout.Source();
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var services = new ServiceCollection();
        if (first)
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter, Wrapping>();
        }

        services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, server.Address));
        if (!first)
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter, Wrapping>();
        }

        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => provider.GetRequiredService<ILoyaltyClient>().V1.Members.AdjustBalanceAsync(
                "CARD", new() { Points = 1 }, cancellationToken: patience.Token));

        Assert.Single(server.Writes);
    }

    private sealed class Wrapping : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = new Repeating { InnerHandler = builder.PrimaryHandler };
        };
    }

    private sealed class Repeating : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
