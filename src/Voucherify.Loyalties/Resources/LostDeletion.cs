using System.Net;

namespace Voucherify.Loyalties.Resources;

/// <summary>Tells what became of a deletion whose response was lost.</summary>
internal static class LostDeletion
{
    /// <summary>Whether a repeat found nothing to delete, after an attempt that may have deleted it.</summary>
    public static bool IsGone(LoyaltyOutcomeUnknownException error) =>
        error.InnerException is LoyaltyApiException { StatusCode: HttpStatusCode.NotFound };
}
