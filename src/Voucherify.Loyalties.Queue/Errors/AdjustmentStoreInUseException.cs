namespace Voucherify.Loyalties.Queue;

/// <summary>Another worker uses the store, which allows only one.</summary>
/// <param name="message">Which store.</param>
/// <param name="innerException">The error of the lock.</param>
public sealed class AdjustmentStoreInUseException(string message, Exception? innerException = null)
    : AdjustmentStoreException(message, innerException);
