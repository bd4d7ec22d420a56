using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that change buckets.</summary>
internal static class BucketWrites
{
    /// <summary>Creates the write of a change.</summary>
    public static KeyedWrite<CardTransactionAnswer> Create(
        Operation<CardTransactionAnswer> operation, ExpectedBucketChange expected, Func<Task<HttpRequestMessage>> build) =>
        new(operation, expected, Pending: null, build)
        {
            TransactionOf = static answer => answer.Transaction,
            Recover = static found => new() { Transaction = (CardTransaction)found },
        };
}
