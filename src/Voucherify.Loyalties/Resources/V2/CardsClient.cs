using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: adjustments, which are reconciled when their outcome is unknown.</summary>
internal sealed partial class CardsClient
{
    private BucketChanges Buckets => field ??= new BucketChanges(_context, _api);

    private CardAdjustments Adjustments => field ??= new CardAdjustments(_context, new CardAdjustmentCalls(_context, _api));

    /// <inheritdoc />
    public Task<PointsAdjustment> AdjustCardPointsAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        AdjustCardPointsRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Adjustments.StartAsync(CardAddress.Of(programId, memberId, cardId), request, options, cancellationToken);

    /// <inheritdoc />
    public Task<PointsAdjustment> AdjustCardPointsOnceAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        AdjustCardPointsRequest request,
        AdjustOnceOptions? onceOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var card = CardAddress.Of(programId, memberId, cardId);
        var resume = (onceOptions ?? AdjustOnceOptions.Default).ToResume();
        return Adjustments.ApplyOnceAsync(card, request, resume, options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<PointsAdjustment> ResumeCardPointsAsync(
        PendingAdjustment adjustment,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Adjustments.ResumeAsync(adjustment, resumeOptions, options, cancellationToken);

    /// <inheritdoc />
    public Task<PointsAdjustment?> FindCardPointsAsync(
        PendingAdjustment adjustment,
        TimeSpan? lookBack = null,
        CardTransactionId transactionId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new CardLookup(_context, new CardAdjustmentCalls(_context, _api))
            .FindAsync(adjustment, lookBack, transactionId, options, cancellationToken);

    /// <inheritdoc />
    public Task<CardTransaction> WaitForCardTransactionAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        CardTransactionId transactionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var card = CardAddress.Of(programId, memberId, cardId);
        IdCheck.Require(transactionId);
        return this.NewWait(card, transactionId, _context.Clock, WaitOptions.Checked(wait)).UntilEndedAsync(options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<MarkerReport> VerifyMarkerAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var card = CardAddress.Of(programId, memberId, cardId);
        return new MarkerTest(_context, this, card).RunAsync(options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<CardTransaction> ActivatePendingPointsAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        PendingPointsBucketId bucketId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Buckets.ActivateAsync(
            CardAddress.Of(programId, memberId, cardId), IdCheck.Require(bucketId), options, cancellationToken);

    /// <inheritdoc />
    public Task<CardTransaction> CancelPendingPointsAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        PendingPointsBucketId bucketId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Buckets.CancelAsync(
            CardAddress.Of(programId, memberId, cardId), IdCheck.Require(bucketId), options, cancellationToken);

    /// <inheritdoc />
    public Task<CardTransaction> ExpirePointsAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        PointsBucketId bucketId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Buckets.ExpireAsync(
            CardAddress.Of(programId, memberId, cardId), IdCheck.Require(bucketId), options, cancellationToken);

    /// <inheritdoc />
    public void Reopen(MemberId memberId) =>
        _context.Reopen(CardAddress.QueueOf(IdCheck.Require(memberId)));
}
