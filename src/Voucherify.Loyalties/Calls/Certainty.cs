namespace Voucherify.Loyalties.Calls;

/// <summary>What an attempt means for the service's state.</summary>
internal enum Certainty
{
    /// <summary>No byte of the request was sent.</summary>
    NotSent,

    /// <summary>The service read the request and refused it.</summary>
    Rejected,

    /// <summary>The service confirmed that it was applied.</summary>
    Applied,

    /// <summary>It may have been applied.</summary>
    Unknown,
}
