namespace Voucherify.Loyalties;

/// <summary>What has become of a write whose outcome was unknown.</summary>
public enum WriteOutcomeKind
{
    /// <summary>
    /// It is still not known, and this client no longer searches: the write cannot be looked up, only a part of a transfer was found, the
    /// client no longer remembers it, the search was refused, settling is switched off, or the client was disposed.
    /// </summary>
    Unknown,

    /// <summary>It was applied.</summary>
    Applied,

    /// <summary>
    /// It was not applied, and nothing that this client has sent with its <c>source_id</c> can be applied any more. Make the call that
    /// credits once again. This is no permission to send it as a new write: two callers who learn it at the same time would both send.
    /// </summary>
    NotApplied,
}
