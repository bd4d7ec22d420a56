using System.Globalization;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>Something that answers as the service does.</summary>
public interface IContractHost : IAsyncDisposable
{
    /// <summary>Options of a client with the host's address, the right key, and the clock of the test.</summary>
    LoyaltyClientOptions CreateOptions();

    /// <summary>Makes a client.</summary>
    LoyaltyClient Connect(LoyaltyClientOptions options);
}

/// <summary>The hosts.</summary>
internal static class Hosts
{
    public static async Task<IContractHost> KestrelAsync(Situation situation, WatchedClock clock) =>
        await SandboxHost.CreateAsync(await LoyaltySandbox.StartAsync(SandboxHost.OptionsFor(situation, clock)), inMemory: false, situation, clock);

    public static async Task<IContractHost> InMemoryAsync(Situation situation, WatchedClock clock) =>
        await SandboxHost.CreateAsync(LoyaltySandbox.Create(SandboxHost.OptionsFor(situation, clock)), inMemory: true, situation, clock);

    public static Task<IContractHost> WireMockAsync(Situation situation, WatchedClock clock) =>
        Task.FromResult<IContractHost>(new StubHost(new StubServer(situation.Script), clock));

    /// <summary>The sandbox, over a socket or in memory.</summary>
    private sealed class SandboxHost(LoyaltySandbox sandbox, HttpMessageHandler? handler) : IContractHost
    {
        public static LoyaltySandboxOptions OptionsFor(Situation situation, TimeProvider clock) => new()
        {
            TimeProvider = clock,
            RateLimit = situation.RateLimit,
            ApplyLag = situation.ApplyLag,
        };

        public static async Task<SandboxHost> CreateAsync(LoyaltySandbox sandbox, bool inMemory, Situation situation, WatchedClock clock)
        {
            var host = new SandboxHost(sandbox, inMemory ? sandbox.CreateHandler() : null);
            sandbox.AddCampaign(ContractSuite.Campaign, ContractSuite.CampaignId);
            foreach (var card in situation.Cards)
            {
                sandbox.AddCard(card with { Campaign = card.Campaign ?? ContractSuite.Campaign });
            }

            using var client = host.Connect(host.CreateOptions());
            foreach (var (index, points) in situation.History.Select(static (points, index) => (index, points)))
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                var sourceId = string.Create(CultureInfo.InvariantCulture, $"history-{index + 1}");
                await client.V1.Members.AdjustBalanceAsync(situation.Cards[0].Code, new() { Points = points, SourceId = sourceId });
            }

            return host;
        }

        public LoyaltyClientOptions CreateOptions() => sandbox.CreateClientOptions();

        public LoyaltyClient Connect(LoyaltyClientOptions options) =>
            handler is null ? new LoyaltyClient(options) : new LoyaltyClient(options, handler);

        public async ValueTask DisposeAsync()
        {
            handler?.Dispose();
            await sandbox.DisposeAsync();
        }
    }

    /// <summary>WireMock with a script.</summary>
    private sealed class StubHost(StubServer server, TimeProvider clock) : IContractHost
    {
        public LoyaltyClientOptions CreateOptions() => new()
        {
            Cluster = VoucherifyCluster.Dedicated(server.Address),
            Credentials = LoyaltyCredentials.ApiKey(LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken),
            TimeProvider = clock,
            Ordering = new OrderingOptions { SettleDelay = TimeSpan.Zero },
        };

        public LoyaltyClient Connect(LoyaltyClientOptions options) => new(options);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
