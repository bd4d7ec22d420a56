using System.Text.Json;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Compares a member with the request for it.</summary>
internal static class MemberDifferences
{
    /// <summary>Returns the names of what the request has set and the member has otherwise. It may have further metadata.</summary>
    public static IReadOnlyList<string> Of(Member member, CreateMemberRequest request)
    {
        var differences = new List<string>();
        if (request.Status is { } status && member.Status != status)
        {
            differences.Add(nameof(Member.Status));
        }

        if (request.Metadata is { } metadata && !JsonContent.Has(Json(member.Metadata ?? new()), Json(metadata)))
        {
            differences.Add(nameof(Member.Metadata));
        }

        return differences;
    }

    private static JsonElement Json(LoyaltyMetadata metadata) => JsonContent.Of(metadata.WriteTo);
}
