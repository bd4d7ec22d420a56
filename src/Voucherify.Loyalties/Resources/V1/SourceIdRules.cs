using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>What can be said about a <c>source_id</c> before it is sent. It must come back from the service as it was, or the change cannot be found again.</summary>
internal static class SourceIdRules
{
    /// <summary>
    /// The longest id that is sent. The vendor names no limit for it, and 255 for the reason beside it in its newer API; an id that the service cuts is lost.
    /// </summary>
    public const int Longest = 255;

    /// <summary>What is wrong with an id, or null; a missing one is made by the client.</summary>
    public static string? Complaint(string? sourceId) => sourceId switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(sourceId) =>
            "SourceId is empty: leave it out and the client makes one, or give the id of the order or message that causes the change.",
        { Length: > Longest } => $"SourceId has {sourceId.Length} characters, and at most {Longest} are sent: the service may cut a longer one, and then it is not found again.",
        _ when sourceId.Any(char.IsControl) => "SourceId has a control character, such as a line break: it may not come back as it was sent, and then it is not found again.",
        _ when Validate.HasLoneSurrogate(sourceId) => "SourceId has half of a surrogate pair: it cannot be sent as it is.",
        _ => null,
    };
}
