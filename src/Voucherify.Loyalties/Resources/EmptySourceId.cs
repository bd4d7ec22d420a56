namespace Voucherify.Loyalties.Resources;

/// <summary>What both versions say about a <c>source_id</c> without a visible character.</summary>
internal static class EmptySourceId
{
    public const string Complaint =
        "SourceId is empty: leave it out to let the client generate one, or give the id of the order or message that causes the write.";
}
