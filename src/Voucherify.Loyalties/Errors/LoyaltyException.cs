namespace Voucherify.Loyalties;

/// <summary>
/// The base class of every error that this package reports, apart from <see cref="ArgumentException"/> and
/// <see cref="OperationCanceledException"/>.
/// </summary>
public class LoyaltyException : Exception
{
    /// <summary>Creates an error with the default message.</summary>
    public LoyaltyException()
    {
    }

    /// <summary>Creates an error with a message.</summary>
    /// <param name="message">What happened.</param>
    public LoyaltyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with a message and its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public LoyaltyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the write of the call may have been applied. If so, do not repeat it: resume it, or look for it first. False by default, and
    /// for a read. A write that was cancelled in flight has <see cref="LoyaltyOperationCanceledException.MayHaveBeenApplied"/>.
    /// </summary>
    public virtual bool MayHaveBeenApplied => false;
}
