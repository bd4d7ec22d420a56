using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The common parts of the suites: a host, a clock that stands still, and clients.</summary>
public abstract class ContractSuite : IAsyncDisposable
{
    /// <summary>The campaign of the cards. Its name has a space, as many have.</summary>
    public const string Campaign = "Summer Club";

    public const string CampaignId = "camp_FNYR4jhqZBM9xTptxDGgeNBV";

    protected const string Code = "MmFAzfDe";

    protected const string CardId = "v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF";

    protected const string MemberPath = $"/v1/loyalties/members/{Code}";

    protected const string BalancePath = $"{MemberPath}/balance";

    protected const string TransactionsPath = $"{MemberPath}/transactions";

    private readonly List<LoyaltyClient> _clients = [];
    private readonly CancellationTokenSource _timeout = TestTimeout.Source();
    private IContractHost? _host;

    protected WatchedClock Clock { get; } = new();

    /// <summary>Cancelled when a test takes too long, so that it fails instead of hanging.</summary>
    protected CancellationToken Stop => _timeout.Token;

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(static client => client.Dispose());
        _timeout.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<IContractHost> StartHostAsync(Situation situation);

    /// <summary>Starts the host and creates a client with a valid API key.</summary>
    protected async Task<LoyaltyClient> StartAsync(Situation situation, Action<LoyaltyClientOptions>? configure = null)
    {
        _host = await StartHostAsync(situation);
        return Connect(configure);
    }

    /// <summary>Creates another client of the same host.</summary>
    protected LoyaltyClient Connect(Action<LoyaltyClientOptions>? configure = null)
    {
        var client = _host!.NewClient().Configure(configure).Build();
        _clients.Add(client);
        return client;
    }

    protected static SandboxCardSeed Card(long points = 0) =>
        new() { Code = Code, Id = CardId, Points = points == 0 ? [] : [new SandboxPoints(points)] };

    protected static void AssertBalance(long points, long balance, BalanceResult? result) => Assert.Equal(
        new BalanceResult
        {
            Points = points,
            Total = balance,
            Balance = balance,
            Type = BalanceType.LoyaltyCard,
            Object = "balance",
            RelatedObject = new() { Type = "voucher", Id = CardId },
            OperationType = OperationType.Manual,
            SourceId = result?.SourceId,
        },
        result);

    protected async Task<List<LoyaltyTransaction>> AllAsync(IAsyncEnumerable<LoyaltyTransaction> transactions)
    {
        List<LoyaltyTransaction> all = [];
        await foreach (var transaction in transactions.WithCancellation(Stop))
        {
            all.Add(transaction);
        }

        return all;
    }
}
