using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.EngineTests.Support;

/// <summary>
/// The service over sockets, which loses and delays, and whose journal alone judges. The items of a card have 1, 2, 3 and so on points.
/// </summary>
internal sealed class EngineService : IAsyncDisposable
{
    private static readonly TimeSpan LatestDelivery = TimeSpan.FromSeconds(1.5);

    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    private readonly LoyaltySandbox _sandbox;

    private EngineService(LoyaltySandbox sandbox, int cards)
    {
        _sandbox = sandbox;
        Cards = [.. Enumerable.Range(1, cards).Select(number => sandbox.V1.AddCard($"CARD{number}").Code)];
    }

    /// <summary>How long after its claim a request may leave.</summary>
    public static TimeSpan SendWithin { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an item that may have been sent waits at most.</summary>
    public static TimeSpan Window => SendWithin + AttemptTimeout + NoAnswerWindow;

    /// <summary>The cards.</summary>
    public IReadOnlyList<string> Cards { get; }

    /// <summary>The settings by which the client of a worker finds the service.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Voucherify__AppId", LoyaltySandboxOptions.DefaultAppId),
        new("Voucherify__AppToken", LoyaltySandboxOptions.DefaultAppToken),
        new("Voucherify__Cluster", _sandbox.BaseAddress.ToString()),
        new("Voucherify__AttemptTimeout", Text(AttemptTimeout)),
        new("Voucherify__TotalTimeout", Text(AttemptTimeout)),
        new("Voucherify__Ordering__SettleDelay", Text(TimeSpan.FromMilliseconds(20))),
        new("Voucherify__Reconciliation__NoAnswerWindow", Text(NoAnswerWindow)),
        new("Voucherify__Reconciliation__ServiceErrorWindow", Text(NoAnswerWindow)),
    ];

    /// <summary>The number of effects so far beyond the first of an item.</summary>
    public int Doubled => VerdictAfter(0).Doubled;

    private static TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(1);

    private static TimeSpan NoAnswerWindow { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Starts the service.</summary>
    public static async Task<EngineService> StartAsync(int cards, CancellationToken cancellationToken)
    {
        var faults = new SandboxFaults
        {
            Seed = 1,
            AppliesTo = SandboxFaultTargets.Writes,
            MaxLateDelivery = LatestDelivery,
            [SandboxFault.LoseResponse] = 0.04,
            [SandboxFault.LoseRequest] = 0.02,
            [SandboxFault.DeliverLate] = 0.02,
        };
        var options = new LoyaltySandboxOptions { Faults = faults, RateLimit = 1_000_000 };
        return new(await LoyaltySandbox.StartAsync(options, cancellationToken), cards);
    }

    /// <summary>Waits for more effects.</summary>
    public async Task WaitForEffectsAsync(int count, CancellationToken cancellationToken)
    {
        for (var wanted = _sandbox.Journal.Count + count; _sandbox.Journal.Count < wanted;)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Waits until nothing more can be applied, and reads the journal.</summary>
    public async Task<MachinesVerdict> FinishAsync(int itemsPerCard, CancellationToken cancellationToken)
    {
        var time = _watch.Elapsed;
        await Task.Delay(LatestDelivery + TimeSpan.FromSeconds(1), cancellationToken);
        var verdict = VerdictAfter(itemsPerCard) with { Time = time };
        TestContext.Current.TestOutputHelper!.WriteLine(verdict.ToString());
        return verdict;
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    private MachinesVerdict VerdictAfter(int itemsPerCard) => MachinesVerdict.Of(_sandbox, Cards, itemsPerCard, _watch.Elapsed);

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
