using System.Diagnostics;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Tests.Kills;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>
/// Several worker processes on one server, as if on several machines: killed, frozen, and with a server that crashes. Half of the cards are
/// of version 2 of the API. Only the journal of the service judges: the items of a card have 1, 2, 3 and so on points.
/// </summary>
internal sealed class MachinesRun : IAsyncDisposable
{
    private readonly Random _random = new(1);
    private readonly List<Process> _machines = [];
    private readonly List<string> _cards = [];
    private readonly LoyaltySandbox _sandbox;
    private readonly MachinesPlan _plan;
    private readonly WorkerProcesses _workers;
    private readonly PostgreSqlAdjustmentStore _store;
    private readonly Stopwatch _watch = new();

    private MachinesRun(LoyaltySandbox sandbox, MachinesPlan plan, string connectionString)
    {
        (_sandbox, _plan) = (sandbox, plan);
        _store = new PostgreSqlAdjustmentStore(connectionString);
        _workers = new WorkerProcesses($"postgres={connectionString};Maximum Pool Size=10", sandbox.BaseAddress, plan.Window);
    }

    /// <summary>What the journal says at this moment.</summary>
    public MachinesVerdict Verdict => MachinesVerdict.Of(_sandbox, _cards, _plan.ItemsPerCard, _watch.Elapsed);

    /// <summary>Starts the service, enqueues all items, and starts the machines.</summary>
    public static async Task<MachinesRun> StartAsync(MachinesPlan plan, string connectionString, CancellationToken cancellationToken)
    {
        var options = new LoyaltySandboxOptions { Faults = plan.Faults, RateLimit = plan.RateLimit };
        var run = new MachinesRun(await LoyaltySandbox.StartAsync(options, cancellationToken), plan, connectionString);
        await run.EnqueueAsync(cancellationToken);
        run._watch.Start();
        for (var i = 0; i < plan.Machines; i++)
        {
            run._machines.Add(run._workers.Start(plan.Arguments));
        }

        return run;
    }

    /// <summary>Kills a machine, and starts another one in its place.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        ReplaceEnded();
        var place = _random.Next(_machines.Count);
        await WorkerProcesses.KillAsync(_machines[place], cancellationToken);
        _machines[place] = _workers.Start(_plan.Arguments);
    }

    /// <summary>Stops a machine for some time, in the middle of whatever it does.</summary>
    public async Task FreezeAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var machine = _machines[_random.Next(_machines.Count)];
        ServerPrograms.Signal(machine, "STOP");
        await Task.Delay(time, cancellationToken);
        ServerPrograms.Signal(machine, "CONT");
    }

    /// <summary>Starts one more machine, without special arguments.</summary>
    public void AddMachine() => _machines.Add(_workers.Start());

    /// <summary>Lets machines go on that have frozen themselves.</summary>
    public void Continue() => _machines.ForEach(static machine => ServerPrograms.Signal(machine, "CONT"));

    /// <summary>Kills, freezes for less and for more than all windows together, and crashes the server, in turn.</summary>
    public async Task DisturbAsync(int rounds, PostgresServer? crashes, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rounds; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.3 + _random.NextDouble()), cancellationToken);
            await KillAsync(cancellationToken);
            await Task.WhenAll(
                FreezeAsync(TimeSpan.FromSeconds(0.5 + (_random.NextDouble() * 2)), cancellationToken),
                FreezeAsync(TimeSpan.FromSeconds(_plan.Window + 2.5 + _random.NextDouble()), cancellationToken));
            crashes?.Crash();
        }
    }

    /// <summary>Waits until something holds for the numbers of items by state.</summary>
    public async Task UntilAsync(Func<IReadOnlyDictionary<AdjustmentState, long>, bool> holds, CancellationToken cancellationToken)
    {
        while (!holds(await CountAsync(cancellationToken)))
        {
            ReplaceEnded();
            await Task.Delay(100, cancellationToken);
        }
    }

    // A machine that starts while the server is down ends, and is started again, as by any supervisor.
    private void ReplaceEnded()
    {
        for (var i = 0; i < _machines.Count; i++)
        {
            if (_machines[i].HasExited)
            {
                _machines[i] = _workers.Start(_plan.Arguments);
            }
        }
    }

    // The server may just have crashed.
    private async Task<IReadOnlyDictionary<AdjustmentState, long>> CountAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await _store.QueryAsync(static rows => rows.Count(jobId: null), cancellationToken);
            }
            catch (AdjustmentStoreException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    /// <summary>Lets the machines settle everything, and ends them.</summary>
    public async Task<MachinesVerdict> FinishAsync(CancellationToken cancellationToken)
    {
        await UntilAsync(static counts => counts.Keys.All(static state => state > AdjustmentState.Recorded), cancellationToken);
        _watch.Stop();
        if (_plan.Faults[SandboxFault.DeliverLate] > 0)
        {
            await Task.Delay(_plan.Faults.MaxLateDelivery + TimeSpan.FromSeconds(1), cancellationToken);
        }

        return Verdict;
    }

    public async ValueTask DisposeAsync()
    {
        _workers.Dispose();
        await _store.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task EnqueueAsync(CancellationToken cancellationToken)
    {
        var program = _sandbox.V2.AddProgram();
        var cards = Enumerable.Range(0, _plan.Cards)
            .Select(i => i % 2 == 0 || !_plan.HasVersion2 ? NewCard(i) : NewMemberCard(program.Id, i))
            .ToList();
        var items = Enumerable.Range(1, _plan.ItemsPerCard).SelectMany(number => cards.Select(card => card(number)));
        var queue = new AdjustmentQueue(_store, new AdjustmentQueueOptions());
        foreach (var chunk in items.Chunk(2000))
        {
            await queue.EnqueueAllAsync(chunk, cancellationToken: cancellationToken);
        }
    }

    private Func<int, QueuedItem> NewCard(int number)
    {
        var card = _sandbox.V1.AddCard($"CARD{number}");
        _cards.Add(card.Code);
        return item => new QueuedAdjustment
        {
            MemberId = card.Code,
            CampaignId = card.CampaignId,
            Points = item,
            SourceId = $"{number}-item-{item}",
        };
    }

    private Func<int, QueuedItem> NewMemberCard(string programId, int number)
    {
        var member = _sandbox.V2.AddMember(programId, $"customer-{number}");
        _cards.Add(member.CardId);
        return item => new QueuedCardAdjustment
        {
            ProgramId = programId,
            MemberId = member.Id,
            CardId = member.CardId,
            Points = item,
            SourceId = $"{number}-item-{item}",
        };
    }
}
