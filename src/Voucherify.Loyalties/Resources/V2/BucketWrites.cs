using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that change buckets.</summary>
/// <param name="api">Builds the requests.</param>
/// <param name="claims">The transactions that this client knows to be its writes.</param>
internal sealed class BucketWrites(ICardsApi api, TransactionClaims claims)
{
    /// <summary>Creates the write that activates pending points.</summary>
    public KeyedWrite<CardTransactionAnswer, CardTransaction> Activate(CardAddress card, string bucketId) => Create(
        V2Operations.ActivatePendingPoints,
        new(card, BucketChangeKind.Activation, bucketId, claims),
        () => api.ActivatePendingPoints(card.ProgramId, card.MemberId, card.CardId, bucketId));

    /// <summary>Creates the write that cancels pending points.</summary>
    public KeyedWrite<CardTransactionAnswer, CardTransaction> Cancel(CardAddress card, string bucketId) => Create(
        V2Operations.CancelPendingPoints,
        new(card, BucketChangeKind.Cancellation, bucketId, claims),
        () => api.CancelPendingPoints(card.ProgramId, card.MemberId, card.CardId, bucketId));

    /// <summary>Creates the write that lets points expire.</summary>
    public KeyedWrite<CardTransactionAnswer, CardTransaction> Expire(CardAddress card, string bucketId) => Create(
        V2Operations.ExpirePoints,
        new(card, BucketChangeKind.Expiration, bucketId, claims),
        () => api.ExpirePoints(card.ProgramId, card.MemberId, card.CardId, bucketId));

    private static KeyedWrite<CardTransactionAnswer, CardTransaction> Create(
        Operation<CardTransactionAnswer> operation, ExpectedBucketChange expected, Func<Task<HttpRequestMessage>> build) =>
        new(operation, TransactionAnswers.OfCard, expected, Pending: null, build);
}
