namespace Voucherify.Loyalties.Calls;

/// <summary>What follows an attempt.</summary>
internal enum NextStep
{
    /// <summary>The call has its response.</summary>
    Return,

    /// <summary>The call ends with an error.</summary>
    Throw,

    /// <summary>Wait, then try again.</summary>
    Retry,

    /// <summary>Get a fresh token and try again at once, but only once.</summary>
    Renew,
}
