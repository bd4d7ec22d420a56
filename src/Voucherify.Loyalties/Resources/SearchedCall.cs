namespace Voucherify.Loyalties.Resources;

/// <summary>A write that could take effect twice, and the search that shows whether it was applied.</summary>
/// <param name="SendAsync">Sends the request.</param>
/// <param name="SearchAsync">Searches once.</param>
internal sealed record SearchedCall<T>(Func<RequestOptions, Task<T>> SendAsync, Func<SearchMoment, Task<SearchResult<T>>> SearchAsync)
    where T : class
{
    /// <summary>
    /// Whether the request is sent once more when the write is absent and can no longer be applied. Otherwise its absence proves nothing.
    /// </summary>
    public bool MayRepeat { get; init; } = true;
}
