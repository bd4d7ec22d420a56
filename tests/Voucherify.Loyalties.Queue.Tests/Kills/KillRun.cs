using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>
/// Real worker processes on a real file, and a service over sockets that loses and delays. Only the journal of the service judges.
/// </summary>
internal sealed class KillRun : IAsyncDisposable
{
    private static readonly TimeSpan LatestDelivery = TimeSpan.FromSeconds(1.5);

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random;
    private readonly int _cards;
    private readonly WorkerProcesses _workers;
    private int _itemsPerCard;

    private KillRun(LoyaltySandbox sandbox, int seed, int cards, double window)
    {
        Sandbox = sandbox;
        (_random, _cards) = (new Random(seed), cards);
        _workers = new WorkerProcesses($"file={File}", sandbox.BaseAddress, window);
        Store = new SqliteAdjustmentStore(File);
        Queue = new AdjustmentQueue(Store, new AdjustmentQueueOptions());
    }

    public string File => _folder.File("queue.db");

    public LoyaltySandbox Sandbox { get; }

    /// <summary>The store, as this process sees it.</summary>
    public SqliteAdjustmentStore Store { get; private set; }

    /// <summary>The queue, as this process sees it.</summary>
    public IAdjustmentQueue Queue { get; private set; }

    public int Items => _cards * _itemsPerCard;

    /// <summary>Starts the service, and enqueues the items of each card.</summary>
    /// <param name="cards">How many cards.</param>
    /// <param name="itemsPerCard">How many items of each.</param>
    /// <param name="window">The window of the worker, in seconds. Shorter than the latest delivery, it must lead to duplicates.</param>
    /// <param name="faults">The faults of the service. Default: some of the writes are lost, and some arrive late.</param>
    /// <param name="cancellationToken">The token of the test.</param>
    public static async Task<KillRun> StartAsync(
        int cards, int itemsPerCard = 10, double window = 3, SandboxFaults? faults = null, CancellationToken cancellationToken = default)
    {
        const int Seed = 1;
        var options = new LoyaltySandboxOptions { Faults = faults ?? Losses() };
        var run = new KillRun(await LoyaltySandbox.StartAsync(options, cancellationToken), Seed, cards, window);
        await run.EnqueueAsync(itemsPerCard, cancellationToken);
        return run;
    }

    /// <summary>Enqueues more items of each card.</summary>
    public async Task EnqueueAsync(int itemsPerCard, CancellationToken cancellationToken)
    {
        await Queue.EnqueueAllAsync([.. NewItems(itemsPerCard)], cancellationToken: cancellationToken);
        _itemsPerCard += itemsPerCard;
    }

    /// <summary>Some of the writes are lost, and some arrive late.</summary>
    public static SandboxFaults Losses(double late = 0.01) => new()
    {
        Seed = 1,
        AppliesTo = SandboxFaultTargets.Writes,
        MaxLateDelivery = LatestDelivery,
        [SandboxFault.LoseResponse] = 0.02,
        [SandboxFault.LoseRequest] = 0.01,
        [SandboxFault.DeliverLate] = late,
    };

    public Process StartWorker(params IEnumerable<string> more) => _workers.Start(more);

    /// <summary>Lets workers work, one after the other, and kills each at a random moment.</summary>
    public async Task KillAsync(int kills, CancellationToken cancellationToken)
    {
        for (var i = 0; i < kills; i++)
        {
            var process = StartWorker();
            await Task.Delay(TimeSpan.FromSeconds(0.6 + (_random.NextDouble() * 0.9)), cancellationToken);
            await WorkerProcesses.KillAsync(process, cancellationToken);
        }
    }

    /// <summary>Lets a worker settle everything.</summary>
    /// <returns>The cards whose effects are not those of their items, in order.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync(CancellationToken cancellationToken)
    {
        var last = StartWorker();
        await UntilAsync(static counts => counts.Keys.All(static state => state > AdjustmentState.Recorded), cancellationToken);
        await Task.Delay(Sandbox.Faults[SandboxFault.DeliverLate] > 0 ? LatestDelivery : TimeSpan.Zero, cancellationToken);
        await WorkerProcesses.KillAsync(last, cancellationToken);
        return WrongCards();
    }

    /// <summary>Waits until the numbers of items by state are as wanted.</summary>
    public async Task UntilAsync(Func<IReadOnlyDictionary<AdjustmentState, long>, bool> holds, CancellationToken cancellationToken)
    {
        while (!holds(await CountAsync(cancellationToken)))
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    public Task<IReadOnlyDictionary<AdjustmentState, long>> CountAsync(CancellationToken cancellationToken) =>
        Store.QueryAsync(static rows => rows.Count(jobId: null), cancellationToken);

    /// <summary>Makes a copy of the file, while a worker may be using it.</summary>
    public string Copy()
    {
        var copy = _folder.File("copy.db");
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"vacuum into '{copy}'";
        command.ExecuteNonQuery();
        return copy;
    }

    /// <summary>Puts a copy in the place of the file.</summary>
    public async Task RestoreAsync(string copy)
    {
        await Store.DisposeAsync();
        System.IO.File.Delete(File + "-wal");
        System.IO.File.Delete(File + "-shm");
        System.IO.File.Move(copy, File, overwrite: true);
        Store = new SqliteAdjustmentStore(File);
        Queue = new AdjustmentQueue(Store, new AdjustmentQueueOptions());
    }

    public async ValueTask DisposeAsync()
    {
        _workers.Dispose();
        await Store.DisposeAsync();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<QueuedItem> NewItems(int count)
    {
        for (var i = _itemsPerCard; i < _itemsPerCard + count; i++)
        {
            for (var card = 0; card < _cards; card++)
            {
                var campaign = i == 0 ? Sandbox.V1.AddCard($"CARD{card}").CampaignId : Sandbox.V1.GetCard($"CARD{card}").CampaignId;
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

    private List<string> WrongCards()
    {
        var effects = Sandbox.Journal.ToLookup(static entry => entry.CardCode, static entry => entry.SourceId);
        return
        [
            .. Enumerable.Range(0, _cards)
                .Where(card => !effects[$"CARD{card}"].SequenceEqual(
                    Enumerable.Range(0, _itemsPerCard).Select(i => $"{card}-item-{i}")))
                .Select(card => $"CARD{card}: {string.Join(' ', effects[$"CARD{card}"])}"),
        ];
    }
}
