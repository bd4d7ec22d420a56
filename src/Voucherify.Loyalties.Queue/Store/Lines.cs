namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Keeps the head of a line in step with its rows.</summary>
internal static class Lines
{
    /// <summary>Finds the head of a line, and when it may be claimed, and saves both.</summary>
    public static void Refresh(this IQueueRows rows, CardLine line, bool blocksCard)
    {
        // A recorded or dead row holds up its line; a row whose outcome is unknown may be claimed when its window has passed.
        var head = rows.FirstOpen(line.Key, blocksCard);
        line.HeadId = head?.Id;
        line.ClaimableAt = head?.State switch
        {
            AdjustmentState.Pending => Later(line.NotBefore, head.NotBefore) ?? DateTimeOffset.MinValue,
            AdjustmentState.Unknown => head.SettlesAt,
            _ => null,
        };
        rows.Save(line);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || one < other ? other ?? one : one;
}
