namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Tests of single operations: the exact bytes of the request, and its answer read back.</summary>
public abstract class OperationTests : StubbedTests
{
    /// <summary>Makes a call for which the server expects this method and path, and asserts the query and the body that arrived.</summary>
    private protected async Task<TAnswer> PlayAsync<TAnswer>(
        Exchange exchange,
        Func<LoyaltyClient, Task<TAnswer>> call,
        string query = "",
        string body = "")
    {
        Expect(exchange);

        var answer = await call(Connect());

        await AssertArrivedAsync(query, body);
        return answer;
    }

    /// <summary>The same for a call without an answer.</summary>
    private protected async Task PlayAsync(Exchange exchange, Func<LoyaltyClient, Task> call, string query = "", string body = "")
    {
        Expect(exchange);

        await call(Connect());

        await AssertArrivedAsync(query, body);
    }

    /// <summary>Asserts that a write came with a content that is empty: without one the connection pool might send it twice.</summary>
    private protected async Task AssertEmptyContentAsync() =>
        Assert.Equal("0", (await Server.RequestAsync()).Header("Content-Length"));

    /// <summary>A body on one line, of a text that has it on several.</summary>
    protected static string Flat(string json) => json.ReplaceLineEndings("");

    private async Task AssertArrivedAsync(string query, string body)
    {
        var request = await Server.RequestAsync();
        Assert.Equal(query, request.RawQuery);
        Assert.Equal(body, request.Body);
        Assert.Equal(body.Length == 0 ? null : "application/json; charset=utf-8", request.Header("Content-Type"));
    }
}
