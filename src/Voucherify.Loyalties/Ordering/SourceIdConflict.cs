namespace Voucherify.Loyalties.Ordering;

/// <summary>Creates the errors of an id that this client uses already. Nothing was sent.</summary>
internal static class SourceIdConflict
{
    /// <summary>Creates the error of an id that a running call has.</summary>
    public static LoyaltySourceIdConflictException Running(string card, string sourceId) => Of(
        card, sourceId, $"A call with source_id '{sourceId}' is already running for this card: each write needs its own id.");

    /// <summary>Creates the error of an id whose outcome is unknown.</summary>
    public static LoyaltySourceIdConflictException Unresolved(string card, string sourceId) => Of(
        card, sourceId, $"The outcome of an earlier call with source_id '{sourceId}' is unknown: resume it instead of sending a new one.");

    /// <summary>Creates the error of an id that the service has rejected.</summary>
    public static LoyaltySourceIdConflictException Rejected(string card, string sourceId) => Of(
        card, sourceId, $"The service has rejected the adjustment with source_id '{sourceId}': another try needs its own id.");

    /// <summary>Creates the error with a message.</summary>
    public static LoyaltySourceIdConflictException Of(string card, string sourceId, string message) =>
        new(message) { SourceId = sourceId, MemberId = card };
}
