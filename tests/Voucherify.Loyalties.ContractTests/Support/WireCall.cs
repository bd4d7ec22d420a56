namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A call of a table: what it looks like on the wire, what is answered, and what of the answer must be read.</summary>
internal sealed record WireCall(string Method, string Path, string Response, Func<LoyaltyClient, Task> MakeAndCheck)
{
    /// <summary>The query as it stands on the wire.</summary>
    public string Query { get; init; } = "";

    /// <summary>The body, byte for byte.</summary>
    public string Body { get; init; } = "";

    public int Status { get; init; } = 200;
}
