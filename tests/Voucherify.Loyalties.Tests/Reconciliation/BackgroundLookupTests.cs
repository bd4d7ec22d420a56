using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>After an outage, the outcomes of many cards are unknown. The searches for them do not all look up at the same time.</summary>
public sealed class BackgroundLookupTests : IDisposable
{
    private const int Cards = 50;

    private const int AtOnce = 8;

    private static readonly TimeSpan FirstLookup = TimeSpan.FromSeconds(1);

    private readonly SteppingClock _clock = new();
    private readonly HeldReads _reads;
    private readonly LoyaltyClient _client;

    public BackgroundLookupTests()
    {
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions
        {
            TimeProvider = _clock,
            Faults = new SandboxFaults { AppliesTo = SandboxFaultTargets.Writes, [SandboxFault.LoseRequest] = 1 },
        });
        for (var card = 1; card <= Cards; card++)
        {
            sandbox.V1.AddCard(NameOf(card), points: 1_000);
        }

        _reads = new HeldReads { InnerHandler = sandbox.CreateHandler() };
        _client = TestClientBuilder.ForSandbox(sandbox)
            .Configure(static options => options.Reconciliation.OutcomeTimeout = TimeSpan.FromMilliseconds(1))
            .WithHandler(_reads)
            .WithSeed(1)
            .Build();
    }

    private static IEnumerable<string> AllCards => Enumerable.Range(1, Cards).Select(NameOf);

    [Fact]
    public async Task Eight_searches_look_up_at_the_same_time()
    {
        await LoseRequests();

        _clock.Advance(FirstLookup);

        Assert.Equal(AtOnce, _reads.Members.Count);
    }

    [Fact]
    public async Task When_a_lookup_ends_the_next_one_begins()
    {
        await LoseRequests();
        _clock.Advance(FirstLookup);

        _reads.ReleaseFirst();
        Assert.Equal(AtOnce + 1, _reads.Members.Count);

        while (_reads.ReleaseFirst())
        {
        }

        Assert.Equal(AllCards, _reads.Members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_card_for_which_a_call_waits_is_looked_up_at_once()
    {
        await LoseRequests();
        _clock.Advance(FirstLookup);
        var last = AllCards.Except(_reads.Members).Last();

        _ = AdjustAsync(last, "order-2");

        Assert.Equal(last, _reads.Members[^1]);
    }

    [Fact]
    public async Task A_client_that_is_disposed_begins_no_further_lookup()
    {
        await LoseRequests();
        _clock.Advance(FirstLookup);

        _client.Dispose();

        Assert.Equal(AtOnce, _reads.Members.Count);
        Assert.Equal(0, _clock.ActiveTimers);
    }

    public void Dispose()
    {
        _client.Dispose();
        _reads.Dispose();
    }

    private static string NameOf(int card) => string.Create(CultureInfo.InvariantCulture, $"CARD-{card:d2}");

    private async Task LoseRequests()
    {
        var calls = AllCards.Select(card => AdjustAsync(card, "order-1")).ToList();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => _clock.RunToEnd(call));
        }
    }

    private Task<BalanceResult> AdjustAsync(string card, string sourceId) =>
        _client.V1.Members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = 100, SourceId = sourceId });

    /// <summary>Holds each read until the test releases it.</summary>
    private sealed class HeldReads : DelegatingHandler
    {
        private readonly Queue<TaskCompletionSource> _held = new();

        /// <summary>The members whose transactions were asked for.</summary>
        public List<string> Members { get; } = [];

        public bool ReleaseFirst()
        {
            if (!_held.TryDequeue(out var first))
            {
                return false;
            }

            first.TrySetResult();
            return true;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                var held = new TaskCompletionSource();
                _held.Enqueue(held);
                Members.Add(MemberOf(request.RequestUri!));
                await using var registration = cancellationToken.Register(() => held.TrySetCanceled(cancellationToken));
                await held.Task;
            }

            return await base.SendAsync(request, cancellationToken);
        }

        private static string MemberOf(Uri address) =>
            address.Segments.Single(static part => part.StartsWith("CARD-", StringComparison.Ordinal)).TrimEnd('/');
    }
}
