using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes whose response is the transaction of a reward.</summary>
internal static class RewardWrites
{
    /// <summary>Creates a write.</summary>
    public static KeyedWrite<RewardTransactionAnswer> Create(
        Operation<RewardTransactionAnswer> operation,
        KeyedTransaction expected,
        PendingChange? pending,
        Func<Task<HttpRequestMessage>> build) => new(operation, expected, pending, build)
        {
            TransactionOf = static answer => answer.Transaction,
            Recover = static found => new() { Transaction = (RewardTransaction)found },
        };
}
