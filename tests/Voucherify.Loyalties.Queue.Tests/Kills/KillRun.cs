using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>
/// Real worker processes on a real file, ended with SIGKILL at random moments, and a service over sockets that loses and delays. Only the
/// journal of the service judges.
/// </summary>
internal sealed class KillRun : IAsyncDisposable
{
    private const int ItemsPerCard = 10;

    private static readonly TimeSpan LatestDelivery = TimeSpan.FromSeconds(1.5);

    private readonly TemporaryFolder _folder = new();
    private readonly LoyaltySandbox _sandbox;
    private readonly Random _random;
    private readonly int _cards;
    private readonly double _window;

    private KillRun(LoyaltySandbox sandbox, int seed, int cards, double window) =>
        (_sandbox, _random, _cards, _window) = (sandbox, new Random(seed), cards, window);

    public string File => _folder.File("queue.db");

    /// <summary>Starts the service.</summary>
    /// <param name="seed">The seed of the faults and the kills.</param>
    /// <param name="cards">How many cards, with ten items each.</param>
    /// <param name="window">The window of the worker, in seconds. Shorter than the latest delivery, it must lead to duplicates.</param>
    /// <param name="late">The share of requests that arrive late.</param>
    public static async Task<KillRun> StartAsync(int seed, int cards, double window = 3, double late = 0.01)
    {
        var faults = new SandboxFaults { Seed = seed, AppliesTo = SandboxFaultTargets.Writes, MaxLateDelivery = LatestDelivery };
        faults[SandboxFault.LoseResponse] = 0.02;
        faults[SandboxFault.LoseRequest] = 0.01;
        faults[SandboxFault.DeliverLate] = late;
        return new(await LoyaltySandbox.StartAsync(new LoyaltySandboxOptions { Faults = faults }), seed, cards, window);
    }

    /// <summary>Enqueues all items, and lets workers work until everything is settled, with some of them killed.</summary>
    /// <returns>The cards whose effects are not those of their items, in order.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(int kills, CancellationToken cancellationToken)
    {
        await using var store = new SqliteAdjustmentStore(File);
        var queue = new AdjustmentQueue(store, new AdjustmentQueueOptions());
        await queue.EnqueueAllAsync([.. Items()], cancellationToken: cancellationToken);
        for (var i = 0; i < kills; i++)
        {
            using var process = StartWorker();
            await Task.Delay(TimeSpan.FromSeconds(0.6 + (_random.NextDouble() * 0.9)), cancellationToken);
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
        }

        using var last = StartWorker();
        while (await IsOpenAsync(queue, cancellationToken))
        {
            await Task.Delay(200, cancellationToken);
        }

        await Task.Delay(LatestDelivery, cancellationToken);
        last.Kill();
        await last.WaitForExitAsync(cancellationToken);
        return WrongCards();
    }

    /// <summary>Starts a worker in a process of its own.</summary>
    public Process StartWorker()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec",
                Path.Combine(AppContext.BaseDirectory, "Voucherify.Loyalties.Queue.WorkerProcess.dll"),
                File,
                _sandbox.BaseAddress.ToString(),
                LoyaltySandboxOptions.DefaultAppId,
                LoyaltySandboxOptions.DefaultAppToken,
                _window.ToString(CultureInfo.InvariantCulture),
            },
        };
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<QueuedItem> Items()
    {
        for (var i = 0; i < ItemsPerCard; i++)
        {
            for (var card = 0; card < _cards; card++)
            {
                var campaign = i == 0 ? _sandbox.V1.AddCard($"CARD{card}").CampaignId : _sandbox.V1.GetCard($"CARD{card}").CampaignId;
                yield return new QueuedAdjustment
                {
                    MemberId = $"CARD{card}",
                    CampaignId = campaign,
                    Points = 1,
                    SourceId = $"{card}-item-{i}",
                };
            }
        }
    }

    private static async Task<bool> IsOpenAsync(AdjustmentQueue queue, CancellationToken cancellationToken)
    {
        foreach (var state in Enum.GetValues<AdjustmentState>().Where(static state => state <= AdjustmentState.Recorded))
        {
            await foreach (var _ in queue.ListAsync(new AdjustmentFilter { State = state }, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> WrongCards()
    {
        var effects = _sandbox.Journal.ToLookup(static entry => entry.CardCode, static entry => entry.SourceId);
        return
        [
            .. Enumerable.Range(0, _cards)
                .Where(card => !effects[$"CARD{card}"].SequenceEqual(
                    Enumerable.Range(0, ItemsPerCard).Select(i => $"{card}-item-{i}")))
                .Select(card => $"CARD{card}: {string.Join(' ', effects[$"CARD{card}"])}"),
        ];
    }
}
