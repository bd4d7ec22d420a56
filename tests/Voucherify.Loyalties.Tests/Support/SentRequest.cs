namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A request as it was sent.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, string Headers, string? Body)
{
    public string? Header(string name) => Headers.Split('\n')
        .Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..])
        .SingleOrDefault();
}
