using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The call of a write that is recognized by what it is about. It waits in the queue of its member.</summary>
internal sealed class KeyedCall<TAnswer, TRow> : ReconciledCall<TAnswer>
    where TAnswer : class
    where TRow : class, IListedTransaction
{
    private readonly KeyedWrite<TAnswer, TRow> _write;

    /// <summary>Creates the call.</summary>
    /// <param name="settings">How the call is made.</param>
    /// <param name="write">The write.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    public KeyedCall(CallSettings settings, KeyedWrite<TAnswer, TRow> write, ResumeOptions resume)
        : base(write.Operation, settings, resume)
    {
        _write = write;
        Cards = [write.Queue];
        MaySend = resume.SendGuard;
    }

    public override string[] Cards { get; }

    public override string SourceId => _write.Expected.SourceId;

    public override CallSubject Subject => _write.Subject;

    public override WriteKey Key => _write.Key;

    public override bool IsSettledWhenAnswered => true;

    public override bool ReturnsWhenRecorded => Settings.ReturnsWhenRecorded;

    public override bool SearchesAfter(Exception failure) => failure is LoyaltyApiException;

    public override Task<HttpRequestMessage> BuildRequestAsync() => _write.Build();

    public override KeyedCall<TAnswer, TRow> Again() => new(Settings, _write, Resume) { SentBefore = true };

    public override KeyedCall<TAnswer, TRow> Detached(CancellationToken cancellationToken) =>
        new(Settings with { CallerToken = cancellationToken }, _write, Resume);

    public override ExpectedTransaction[] Expected() => [_write.Expected];

    public override string? RecordedBy(TAnswer response) => _write.Expected.Take(_write.TransactionOf(response)!);

    public override Task<TAnswer> RecoverAsync(IReadOnlyList<ITransactionRow> found, CancellationToken cancellationToken) =>
        Task.FromResult(_write.Answer.Of((TRow)found[0]));

    public override IWriteResult ResultFrom(IReadOnlyList<ITransactionRow> found) => (IListedTransaction)found[0];

    public override TAnswer IdentifyConfirmed(TAnswer response)
    {
        _write.TransactionOf(response)!.Recovered = false;
        return response;
    }

    protected override string? Complaint(TAnswer response) => _write.Expected.Complaint(_write.TransactionOf(response));
}
