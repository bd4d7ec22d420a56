namespace Voucherify.Loyalties.Queue;

/// <summary>A job with this id exists, and has other items.</summary>
/// <param name="message">Which job.</param>
public sealed class AdjustmentJobConflictException(string message) : LoyaltyException(message);
