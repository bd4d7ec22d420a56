using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The kinds of responses that have nothing but a transaction.</summary>
internal static class TransactionAnswers
{
    public static TransactionAnswer<OrderTransactionAnswer, OrderTransaction> OfOrder { get; } =
        new(static answer => answer.Transaction, static row => new() { Transaction = row });

    public static TransactionAnswer<RewardTransactionAnswer, RewardTransaction> OfReward { get; } =
        new(static answer => answer.Transaction, static row => new() { Transaction = row });

    public static TransactionAnswer<CardTransactionAnswer, CardTransaction> OfCard { get; } =
        new(static answer => answer.Transaction, static row => new() { Transaction = row });
}
