namespace Voucherify.Loyalties.Models;

/// <summary>A transaction of a card, as far as the search for a lost write reads it.</summary>
internal interface ITransactionRow
{
    /// <summary>The id of the transaction; empty if the service left it out.</summary>
    string RowId { get; }

    /// <summary>When it was recorded; null if the service left that out.</summary>
    DateTimeOffset? CreatedAt { get; }
}
