using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Resources;

/// <summary>
/// Searches the list of a kind for a new object. No filter is sent: if the service understood one otherwise, an object would look absent.
/// </summary>
/// <param name="creation">The creation.</param>
/// <param name="reads">Reads the list.</param>
internal sealed class CreationSearch<T>(Creation<T> creation, EvidenceReads reads)
    where T : class
{
    private JsonElement? _body;

    /// <summary>Searches once.</summary>
    public async Task<SearchResult<T>> FindAsync(SearchMoment moment)
    {
        var list = new EvidenceList<T>(
            cursor => reads.ReadAsync(creation.List, () => creation.BuildList(cursor), moment), row => creation.Row(row).CreatedAt);
        var recent = await list.ReadSinceFirstSendAsync(moment).ConfigureAwait(false);

        // A row may come twice when the list grows between two pages.
        var alike = recent.Where(row => creation.Row(row).Name == creation.Name)
            .DistinctBy(row => creation.Row(row).Id, StringComparer.Ordinal)
            .ToList();
        return Judge(alike, list.IsCached);
    }

    private SearchResult<T> Judge(List<T> alike, bool isCached) => alike switch
    {
        [] => isCached ? SearchResult<T>.Doubtful("The list that was read is an old one.") : SearchResult<T>.Absent,
        [var one] when HasContent(one) => SearchResult<T>.Of(creation.Recover(one)),
        _ => SearchResult<T>.Doubtful(
            $"What has the same name, and may be it: {string.Join(", ", alike.Select(row => creation.Row(row).Id))}."),
    };

    private bool HasContent(T row)
    {
        var listed = JsonSerializer.SerializeToElement(row, creation.Write.ResponseType);
        var body = _body ??= JsonContent.Of(creation.Body);
        return body.EnumerateObject()
            .Where(member => !creation.Unlisted.Contains(member.Name, StringComparer.Ordinal))
            .All(member => JsonContent.HasMember(listed, member.Name, member.Value));
    }
}
