namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>One request that is expected, and its answer.</summary>
public sealed record Exchange(string Method, string Path, int Status, string? Response)
{
    /// <summary>Parameters of the query that must be there, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The access token that must be there; null where any credentials will do.</summary>
    public string? Bearer { get; init; }

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Exchange Get(string path, string answer, int status = 200) => new("GET", path, status, answer);

    public static Exchange Post(string path, string? answer, int status = 200) => new("POST", path, status, answer);
}
