using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>What the resource clients of one client share.</summary>
internal sealed record ResourceContext(
    ApiFactory Apis,
    CallDispatcher Dispatcher,
    CallSettingsSource Settings,
    ReconciliationServices Reconciliation,
    Randomness Randomness,
    LoyaltyClientOptions Options)
{
    public ClientClock Clock => Reconciliation.Clock;

    /// <summary>The time of this machine.</summary>
    public DateTimeOffset UtcNow => Clock.Time.GetUtcNow();

    /// <summary>Sends writes that the service refuses to do twice.</summary>
    public GuardedWrites Guarded => new(Dispatcher, options => new GuardedRun(Options, Clock, Randomness, options));

    /// <summary>Sends writes that could take effect twice.</summary>
    public SearchedWrites Searched => new(this);

    /// <summary>Creates objects that have no id of the caller's.</summary>
    public Creations Creations => new(this);

    /// <summary>Sends batches of assignments.</summary>
    public AssignmentBatches AssignmentBatches => new(this);

    /// <summary>Deletes objects.</summary>
    public Deletions Deletions => new(Dispatcher);

    /// <summary>How long a call waits for the turn of its card.</summary>
    public TimeSpan MaxQueueWait => Options.Ordering.MaxQueueWait;

    /// <summary>Opens the queue of a card by hand.</summary>
    public void Reopen(string card) => Reconciliation.Turns.Reopen(card);

    /// <summary>Creates an id under which a write can be found again; 32 hexadecimal digits.</summary>
    public string NewSourceId() => Randomness.NewSourceId();
}
