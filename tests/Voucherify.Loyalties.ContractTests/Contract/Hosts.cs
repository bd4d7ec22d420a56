using System.Globalization;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>Starts the hosts of the contract.</summary>
internal static class Hosts
{
    public static async Task<IContractHost> KestrelAsync(Situation situation, WatchedClock clock) =>
        await SandboxHost.CreateAsync(
            await LoyaltySandbox.StartAsync(SandboxHost.OptionsFor(situation, clock)), inMemory: false, situation, clock);

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
            sandbox.V1.AddCampaign(ContractSuite.Campaign, ContractSuite.CampaignId);
            foreach (var card in situation.Cards)
            {
                sandbox.V1.AddCard(card with { Campaign = card.Campaign ?? ContractSuite.Campaign });
            }

            using var client = host.NewClient().Build();
            foreach (var (index, points) in situation.History.Select(static (points, index) => (index, points)))
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                var sourceId = string.Create(CultureInfo.InvariantCulture, $"history-{index + 1}");
                await client.V1.Members.AdjustBalanceAsync(situation.Cards[0].Code, new() { Points = points, SourceId = sourceId });
            }

            return host;
        }

        public TestClientBuilder NewClient() => TestClientBuilder.ForSandbox(sandbox).WithHandler(handler);

        public async ValueTask DisposeAsync()
        {
            handler?.Dispose();
            await sandbox.DisposeAsync();
        }
    }

    /// <summary>WireMock with a script.</summary>
    private sealed class StubHost(StubServer server, TimeProvider clock) : IContractHost
    {
        public TestClientBuilder NewClient() => new TestClientBuilder()
            .WithAddress(server.Address)
            .WithClock(clock)
            .Configure(static options => options.Ordering.SettleDelay = TimeSpan.Zero);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
