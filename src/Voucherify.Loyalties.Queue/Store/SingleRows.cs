namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Reads one of what a store reads many of.</summary>
internal static class SingleRows
{
    public static StoredAdjustment? Get(this IQueueRows rows, long id) => rows.Get([id]).GetValueOrDefault(id);

    public static StoredAdjustment? Find(this IQueueRows rows, string cardKey, string sourceId) =>
        rows.Find([(cardKey, sourceId)]).GetValueOrDefault((cardKey, sourceId));

    public static CardLine GetLine(this IQueueRows rows, string key) => rows.GetLines([key])[key];

    public static void Refresh(this IQueueRows rows, CardLine line, bool blocksCard) => rows.Refresh([line], blocksCard);
}
