namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A call of a table: its request, its response, and a check of the result.</summary>
internal sealed record WireCall(string Method, string Path, string Response, Func<LoyaltyClient, Task> MakeAndCheck)
{
    /// <summary>The query as it is sent.</summary>
    public string Query { get; init; } = "";

    /// <summary>The body, byte for byte.</summary>
    public string Body { get; init; } = "";

    public int Status { get; init; } = 200;
}
