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
    private readonly KeyedWrites _calls = new(context);
    private readonly BucketWrites _writes = new(api, context.Reconciliation.Claims);

    /// <summary>Activates pending points.</summary>
    public Task<CardTransaction> ActivateAsync(
        CardAddress card, string bucketId, RequestOptions? options, CancellationToken cancellationToken) =>
        ChangeAsync(_writes.Activate(card, bucketId), options, cancellationToken);

    /// <summary>Cancels pending points.</summary>
    public Task<CardTransaction> CancelAsync(
        CardAddress card, string bucketId, RequestOptions? options, CancellationToken cancellationToken) =>
        ChangeAsync(_writes.Cancel(card, bucketId), options, cancellationToken);

    /// <summary>Lets points expire.</summary>
    public Task<CardTransaction> ExpireAsync(
        CardAddress card, string bucketId, RequestOptions? options, CancellationToken cancellationToken) =>
        ChangeAsync(_writes.Expire(card, bucketId), options, cancellationToken);

    private Task<CardTransaction> ChangeAsync(
        KeyedWrite<CardTransactionAnswer, CardTransaction> write, RequestOptions? options, CancellationToken cancellationToken) =>
        _calls.MakeAsync(write, inQueue: true, options, cancellationToken);
}
