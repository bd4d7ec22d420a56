namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>An expected request and its response.</summary>
public sealed record Exchange(string Method, string Path, int Status, string? Response)
{
    /// <summary>The required query parameters, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The required access token, or null for any credentials.</summary>
    public string? Bearer { get; init; }

    /// <summary>The headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Exchange Get(string path, string response, int status = 200) => new("GET", path, status, response);

    public static Exchange Post(string path, string? response, int status = 200) => new("POST", path, status, response);
}
