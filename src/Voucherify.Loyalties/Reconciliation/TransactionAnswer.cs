using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A kind of response that has nothing but a transaction.</summary>
/// <param name="TransactionOf">Returns the transaction of a response.</param>
/// <param name="Of">Creates the response that was lost.</param>
internal sealed record TransactionAnswer<TAnswer, TRow>(Func<TAnswer, TRow?> TransactionOf, Func<TRow, TAnswer> Of)
    where TAnswer : class
    where TRow : class, IListedTransaction;
