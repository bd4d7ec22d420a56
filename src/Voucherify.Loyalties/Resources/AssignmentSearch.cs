using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Resources;

/// <summary>Reads the assignments of a program, and tells whether a batch was applied.</summary>
/// <param name="batch">The batch.</param>
/// <param name="reads">Reads the list.</param>
internal sealed class AssignmentSearch<TBatch, TRow>(AssignmentBatch<TBatch, TRow> batch, EvidenceReads reads)
    where TBatch : class
{
    private const string Id = "id";

    private Dictionary<string, JsonElement> Assigned => field ??= Items(batch.Body, "assign");

    // What is removed and assigned again is there in the end.
    private IEnumerable<string> Removed => Items(batch.Body, "unassign").Keys.Where(id => !Assigned.ContainsKey(id));

    /// <summary>Searches once.</summary>
    public async Task<SearchResult<TBatch>> FindAsync(SearchMoment moment)
    {
        var list = new EvidenceList<TRow>(
            cursor => reads.ReadAsync(batch.List, () => batch.BuildList(cursor), moment), static _ => null);
        var rows = await list.ReadAllAsync().ConfigureAwait(false);
        var listed = rows.DistinctBy(batch.RowId, StringComparer.Ordinal).ToDictionary(batch.RowId, StringComparer.Ordinal);
        bool[] done =
        [
            .. Assigned.Select(item => listed.TryGetValue(item.Key, out var row) && HasContent(row, item.Value)),
            .. Removed.Select(id => !listed.ContainsKey(id)),
        ];
        return done switch
        {
            _ when list.IsCached => SearchResult<TBatch>.Doubtful("The list that was read is an old one."),
            _ when Array.TrueForAll(done, static one => one) =>
                SearchResult<TBatch>.Of(batch.Recover([.. Assigned.Keys.Select(id => listed[id])])),
            _ when Array.TrueForAll(done, static one => !one) => SearchResult<TBatch>.Absent,
            _ => SearchResult<TBatch>.Doubtful("A part of it is there."),
        };
    }

    private bool HasContent(TRow row, JsonElement item)
    {
        var listed = JsonSerializer.SerializeToElement(row, batch.RowType);
        return item.EnumerateObject()
            .Where(static member => member.Name != Id)
            .All(member => JsonContent.HasMember(listed, member.Name, member.Value));
    }

    private static Dictionary<string, JsonElement> Items(IJsonBody body, string name)
    {
        var items = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (JsonContent.Of(body).TryGetProperty(name, out var list))
        {
            foreach (var item in list.EnumerateArray())
            {
                items[item.GetProperty(Id).GetString()!] = item;
            }
        }

        return items;
    }
}
