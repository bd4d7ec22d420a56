using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A write that can be found again by its <c>source_id</c>.</summary>
internal abstract class ReconciledCall<TResponse>(Operation<TResponse> operation, CallSettings settings, ResumeOptions resume)
    : JsonCall<TResponse>(operation, settings)
    where TResponse : class
{
    /// <summary>What is known about earlier sends, and how to resume them.</summary>
    public ResumeOptions Resume { get; } = resume;

    /// <summary>Whether it follows an earlier call with its id.</summary>
    public bool IsResume => Resume.IsResume;

    /// <summary>The cards whose points it moves.</summary>
    public abstract string[] Cards { get; }

    /// <summary>The id under which it can be found.</summary>
    public abstract string SourceId { get; }

    /// <summary>All ids of its parts, if there are several; otherwise null.</summary>
    public virtual string[]? SourceIds => null;

    /// <summary>The card and the id under which this client knows it.</summary>
    public abstract WriteKey Key { get; }

    /// <summary>What an adjustment does, so that several callers can share it; null for another write.</summary>
    public virtual AdjustmentTerms? Terms => null;

    /// <summary>Whether it is refused if the service has lately recorded its id and rejected it.</summary>
    public virtual bool IsRefusedAfterRejection => false;

    /// <summary>Whether a response says that the write is applied; otherwise its effect may come later.</summary>
    public virtual bool IsSettledWhenAnswered => false;

    /// <summary>Whether the call returns before a recorded transaction is applied.</summary>
    public virtual bool ReturnsWhenRecorded => false;

    /// <summary>Whether a failure after an earlier send may mean that this one was applied, so that a search must come first.</summary>
    public virtual bool SearchesAfter(Exception failure) => false;

    /// <summary>Whether it tells those who follow its id how it ends, even if its outcome never was unknown.</summary>
    public virtual bool IsFollowed => IsResume;

    /// <summary>
    /// How long it waits once its outcome is unknown. A resume has come to learn the outcome, and so has a call whose caller knows of an
    /// earlier send.
    /// </summary>
    public TimeSpan OutcomeTimeout(ReconciliationOptions options) =>
        Resume.MayWaitForWindow ? Timeout.InfiniteTimeSpan : options.OutcomeTimeout;

    /// <summary>Creates the same call once more, to follow one that may have been applied.</summary>
    public abstract ReconciledCall<TResponse> Again();

    /// <summary>Creates the same call without its caller, to search in the background.</summary>
    public abstract ReconciledCall<TResponse> Detached(CancellationToken cancellationToken);

    /// <summary>The transactions that it leaves if it was applied.</summary>
    public abstract ExpectedTransaction[] Expected();

    /// <summary>Registers the call before it enters the queue of its cards.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">Another call has the id.</exception>
    public virtual void Begin(ReconciliationServices services)
    {
        if (Terms is { } terms)
        {
            services.Adjustments.Begin(Key, terms, !Resume.OutsideQueue, IsRefusedAfterRejection);
        }
    }

    /// <summary>Tells those who have joined the call how it ended, after it has left the queue.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="response">The response; null if the call ended without one.</param>
    /// <param name="failure">Why the write was certainly not applied; null if it was, or may have been.</param>
    public virtual void End(ReconciliationServices services, TResponse? response, Exception? failure)
    {
        if (Terms is { } terms)
        {
            services.Adjustments.End(Key, terms, !Resume.OutsideQueue, response as IWriteResult, failure);
        }
    }

    /// <summary>Returns what several callers share; null for a write that none can join.</summary>
    public SharedAdjustment? Shared(ReconciliationServices services) =>
        Terms is { } terms ? new SharedAdjustment(services.Adjustments, Key, terms) : null;

    /// <summary>Returns the result that these transactions show; null for a write whose response is not in them.</summary>
    public virtual IWriteResult? ResultFrom(IReadOnlyList<ITransactionRow> found) => null;

    /// <summary>Returns the transaction that a response has recorded and that is not applied yet; null if the write is done.</summary>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it already.</exception>
    public virtual string? RecordedBy(TResponse response) => null;

    /// <summary>Creates the response from these transactions, once all were found.</summary>
    public abstract Task<TResponse> RecoverAsync(IReadOnlyList<ITransactionRow> found, CancellationToken cancellationToken);

    /// <summary>Applies the write exactly once.</summary>
    public Task<TResponse> ApplyAsync(ReconciliationServices services) => new ReconciliationRun<TResponse>(services, this).ApplyAsync();

    /// <summary>Whether the client itself finds out what has become of the write.</summary>
    public bool IsReconciled(ReconciliationServices services) => services.Reconciles && !Resume.SendOnce;

    /// <summary>Starts from what the caller knows of an earlier send, and from what this client remembers.</summary>
    public void Recall(SendMemory memory, SendState sent, long calledAt) =>
        sent.Recall(memory, Resume.SendOnce ? [] : Expected(), Resume, calledAt);

    /// <summary>Remembers what this client has sent.</summary>
    public void Remember(SendMemory memory, SendState sent) => sent.Remember(memory, Expected());

    /// <summary>Remembers that the sends were not applied.</summary>
    public void MarkAbsent(SendMemory memory) => memory.MarkAbsent(Expected());

    /// <summary>Whether one of the sends may be unresolved.</summary>
    public bool MayBeUnresolved(SendMemory memory) => memory.MayBeUnresolved(Expected());

    /// <summary>Forgets the sends, because the outcome is known.</summary>
    public void Forget(SendMemory memory)
    {
        if (!memory.IsEmpty)
        {
            memory.Forget(Expected());
        }
    }

    /// <summary>Tells the caller the id of the write whose transaction the response to this call has named.</summary>
    public virtual TResponse IdentifyConfirmed(TResponse response)
    {
        if (response is IWriteResult identified)
        {
            identified.Recovered = false;
        }

        return Identify(response);
    }

    /// <summary>Tells the caller the id of the write.</summary>
    public TResponse Identify(TResponse response)
    {
        if (response is IWriteResult identified)
        {
            identified.SourceId = SourceId;
        }

        return response;
    }
}
