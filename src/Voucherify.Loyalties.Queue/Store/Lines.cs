namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Keeps the heads of lines in step with their rows.</summary>
internal static class Lines
{
    /// <summary>Finds the head of each line, and when it may be claimed, and saves both.</summary>
    public static void Refresh(this IQueueRows rows, IReadOnlyCollection<CardLine> lines, bool blocksCard)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var heads = rows.FirstOpen([.. lines.Select(static line => line.Key)], blocksCard);
        foreach (var line in lines)
        {
            // A recorded or dead row holds up its line; a row whose outcome is unknown may be claimed when its window has passed.
            var head = heads.GetValueOrDefault(line.Key);
            line.HeadId = head?.Id;
            line.ClaimableAt = head?.State switch
            {
                AdjustmentState.Pending => Later(line.NotBefore, head.NotBefore) ?? DateTimeOffset.MinValue,
                AdjustmentState.Unknown => head.SettlesAt,
                _ => null,
            };
            rows.Save(line);
        }
    }

    /// <summary>The lines of rows.</summary>
    public static IReadOnlyDictionary<string, CardLine> LinesOf(this IQueueRows rows, IEnumerable<StoredAdjustment> members) =>
        rows.GetLines([.. members.Select(static row => row.Item.LineKey).Distinct(StringComparer.Ordinal)]);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || one < other ? other ?? one : one;
}
