namespace Voucherify.Loyalties.Queue;

/// <summary>The store cannot be used: it is not reachable, has the schema of a newer version, or is no longer the one it was.</summary>
public class AdjustmentStoreException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The error of the database, if there was one.</param>
    public AdjustmentStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it is another store than before, so that trying again is of no use.</summary>
    internal bool IsReplaced { get; init; }

    /// <summary>Whether the store was restored from a copy, so that the worker must begin anew.</summary>
    internal bool IsRestored { get; init; }
}
