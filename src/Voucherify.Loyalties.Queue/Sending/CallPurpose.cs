namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>Why the worker makes a call.</summary>
internal enum CallPurpose
{
    /// <summary>To send an adjustment.</summary>
    Send,

    /// <summary>To find out what became of one adjustment.</summary>
    Settle,

    /// <summary>To read a page of a program's list, which verifies all that it shows, and settles what was lost.</summary>
    Verify,
}
