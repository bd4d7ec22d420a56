using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Changes buckets of points, which are reconciled when the outcome is unknown.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class BucketChanges(ResourceContext context, ICardsApi api)
{
    private readonly KeyedWrites _writes = new(context);

    /// <summary>Activates pending points.</summary>
    public Task<CardTransaction> ActivateAsync(
        CardAddress card, string bucketId, RequestOptions? options, CancellationToken cancellationToken) =>
        ChangeAsync(
            V2Operations.ActivatePendingPoints,
            new ExpectedBucketChange(card, BucketChangeKind.Activation, bucketId, _writes.Claims),
            () => api.ActivatePendingPoints(card.ProgramId, card.MemberId, card.CardId, bucketId),
            options,
            cancellationToken);

    /// <summary>Cancels pending points.</summary>
    public Task<CardTransaction> CancelAsync(
        CardAddress card, string bucketId, RequestOptions? options, CancellationToken cancellationToken) =>
        ChangeAsync(
            V2Operations.CancelPendingPoints,
            new ExpectedBucketChange(card, BucketChangeKind.Cancellation, bucketId, _writes.Claims),
            () => api.CancelPendingPoints(card.ProgramId, card.MemberId, card.CardId, bucketId),
            options,
            cancellationToken);

    /// <summary>Lets points expire.</summary>
    public Task<CardTransaction> ExpireAsync(
        CardAddress card, string bucketId, RequestOptions? options, CancellationToken cancellationToken) =>
        ChangeAsync(
            V2Operations.ExpirePoints,
            new ExpectedBucketChange(card, BucketChangeKind.Expiration, bucketId, _writes.Claims),
            () => api.ExpirePoints(card.ProgramId, card.MemberId, card.CardId, bucketId),
            options,
            cancellationToken);

    private Task<CardTransaction> ChangeAsync(
        Operation<CardTransactionAnswer> operation,
        ExpectedBucketChange expected,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var write = BucketWrites.Create(operation, expected, build);
        return _writes.MakeAsync(write, inQueue: true, options, cancellationToken).SelectAsync(static answer => answer.Transaction!);
    }
}
