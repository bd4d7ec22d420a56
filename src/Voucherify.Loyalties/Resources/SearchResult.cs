namespace Voucherify.Loyalties.Resources;

/// <summary>What one search for a write has shown.</summary>
internal sealed class SearchResult<T>
    where T : class
{
    private SearchResult(T? found, string? doubt) => (Found, Doubt) = (found, doubt);

    /// <summary>Nothing of the write is there. That proves something only once the write can no longer be applied.</summary>
    public static SearchResult<T> Absent { get; } = new(null, null);

    /// <summary>What the write has led to; null if it was not found.</summary>
    public T? Found { get; }

    /// <summary>Why the write is neither found nor absent, as a sentence; null if it is one of them.</summary>
    public string? Doubt { get; }

    /// <summary>The write was applied.</summary>
    public static SearchResult<T> Of(T found) => new(found, null);

    /// <summary>What is there may be the write or not.</summary>
    public static SearchResult<T> Doubtful(string doubt) => new(null, doubt);
}
