using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Queue.Jobs;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Worker;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Support;

/// <summary>A queue, a worker and a sandbox, on one clock that the test moves.</summary>
internal sealed class QueueRig : IAsyncDisposable
{
    private const int MostCards = 60;

    private readonly Func<TimeProvider, AdjustmentStore> _newStore;
    private readonly List<IDisposable> _clients = [];

    public QueueRig(Func<TimeProvider, AdjustmentStore> newStore, Action<AdjustmentQueueOptions>? configure = null, TimeSpan lag = default)
    {
        _newStore = newStore;
        configure?.Invoke(Options);
        Sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = Clock, ApplyLag = lag, RateLimit = RateLimit });
        Campaign = Sandbox.V1.AddCard("ANNA", points: 1000).CampaignId;
        Sandbox.V1.AddCard("BEN", points: 1000);
        for (var i = 0; i < MostCards; i++)
        {
            Sandbox.V1.AddCard(Card(i));
        }

        Sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        Handler = new GatedHandler(Sandbox.CreateHandler());
        Client = NewClient();
        Store = newStore(Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    public static int RateLimit => 1_000_000;

    public QueueMetrics Metrics { get; } = new();

    public AdjustmentQueueOptions Options { get; } = new();

    public LoyaltySandbox Sandbox { get; }

    public string Campaign { get; }

    public GatedHandler Handler { get; }

    /// <summary>Called when the client is about to make a request, before the last check.</summary>
    public Action? OnAttempt { get; set; }

    public LoyaltyClient Client { get; private set; }

    public AdjustmentStore Store { get; private set; }

    public IAdjustmentQueue Queue => new AdjustmentQueue(Store, Options);

    public IAdjustmentJobs Jobs => new AdjustmentJobs(Store, Options, Clock, () => Client);

    public WorkerLoop Worker { get; private set; } = null!;

    public WorkerSettings Settings => new(Options, Clock, Metrics, NullLogger.Instance);

    public WorkerSession Session { get; private set; } = null!;

    /// <summary>One of many cards without points.</summary>
    public static string Card(int number) => $"CARD{number}";

    /// <summary>The committed effects on all cards, whatever the queue has written down.</summary>
    public IReadOnlyList<string> Effects => [.. Sandbox.Journal.Select(static one => $"{one.CardCode} {one.SourceId} {one.Points}")];

    public int Posts => Count("POST");

    public int Reads => Count("GET");

    public QueuedAdjustment Item(string sourceId, long points = 100, string card = "ANNA", bool inCampaign = true) =>
        new() { MemberId = card, CampaignId = inCampaign ? Campaign : null, Points = points, SourceId = sourceId };

    public Task<EnqueueResult> EnqueueAsync(params QueuedItem[] items) => Queue.EnqueueAllAsync(items);

    public async Task<AdjustmentState> StateOfAsync(string sourceId, string card = "ANNA") =>
        (await Queue.GetAsync(card, sourceId))!.State;

    public async Task StartAsync()
    {
        await Store.InitializeAsync(default);
        await Store.TakeWorkerRoleAsync(default);
        Session = await WorkerSession.BeginAsync(Store, Client.Times, Options, default);
        Worker = new WorkerLoop(Store, Client, Settings, Session);
    }

    /// <summary>Starts a worker and lets it work until everything is settled.</summary>
    public async Task StartAndFinishAsync()
    {
        await StartAsync();
        await FinishAsync();
    }

    /// <summary>The process ends at once, and another one starts.</summary>
    public async Task CrashAsync(Func<Task>? beforeStart = null)
    {
        await Store.DisposeAsync();
        if (Store is InMemoryAdjustmentStore)
        {
            // What is in memory stays: it stands for a store that survives.
            await Store.LeaveWorkerRoleAsync();
        }
        else
        {
            Store = _newStore(Clock);
        }

        Client = NewClient();
        await (beforeStart?.Invoke() ?? Task.CompletedTask);
        await StartAsync();
    }

    /// <summary>Lets the worker work for some time.</summary>
    public async Task RunAsync(TimeSpan time, TimeSpan? tick = null)
    {
        var step = tick ?? TimeSpan.FromMilliseconds(500);
        await StepAsync();
        for (var past = TimeSpan.Zero; past < time; past += step)
        {
            Clock.Advance(step);
            await StepAsync();
        }
    }

    /// <summary>Lets the worker work until nothing is open.</summary>
    public async Task FinishAsync()
    {
        for (var i = 0; i < 4000; i++)
        {
            await StepAsync();
            var counts = await Store.ReadAsync(static rows => rows.Count(jobId: null), default);
            if (counts.Keys.All(static state => state > AdjustmentState.Recorded))
            {
                return;
            }

            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Fail("The queue did not come to its end.");
    }

    /// <summary>Lets the worker work until something holds.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 4000; i++)
        {
            await StepAsync();
            if (await holds())
            {
                return;
            }

            Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        Assert.Fail("It did not come to hold.");
    }

    /// <summary>Moves the clock until something has ended that waits for it.</summary>
    public async Task AdvanceToEndAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }
    }

    /// <summary>Does what is due now.</summary>
    public async Task StepAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            var hasMore = await Worker.StepAsync(default);
            await Worker.WaitForSettlingAsync();
            if (!hasMore)
            {
                break;
            }
        }

        await Worker.StepAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _clients.ForEach(static client => client.Dispose());
        Handler.Dispose();
        Metrics.Dispose();
        await Sandbox.DisposeAsync();
    }

    private int Count(string method) =>
        Sandbox.Requests.Where(pair => pair.Key.StartsWith(method, StringComparison.Ordinal)).Sum(static pair => pair.Value);

    private LoyaltyClient NewClient()
    {
        var options = Sandbox.CreateClientOptions();
        options.BeforeAttempt = (_, _) =>
        {
            OnAttempt?.Invoke();
            return ValueTask.CompletedTask;
        };
        var client = new LoyaltyClient(options, Handler);
        _clients.Add(client);
        return client;
    }
}
