namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Tests of single operations: the exact bytes of the request, and the result of the response.</summary>
public abstract class OperationTests : StubbedTests
{
    /// <summary>Makes a call for which the server expects this method and path, and asserts the query and the body that arrived.</summary>
    private protected async Task<TResult> PlayAsync<TResult>(
        Exchange exchange,
        Func<LoyaltyClient, Task<TResult>> call,
        string query = "",
        string body = "")
    {
        Expect(exchange);

        var result = await call(Connect());

        await AssertArrivedAsync(query, body);
        return result;
    }

    /// <summary>Makes a call without a result in the same way.</summary>
    private protected async Task PlayAsync(Exchange exchange, Func<LoyaltyClient, Task> call, string query = "", string body = "")
    {
        Expect(exchange);

        await call(Connect());

        await AssertArrivedAsync(query, body);
    }

    /// <summary>Asserts that a write has empty content. Without content, the connection pool might send it twice.</summary>
    private protected async Task AssertEmptyContentAsync() =>
        Assert.Equal("0", (await Server.RequestAsync()).Header("Content-Length"));

    /// <summary>Joins a body that is written on several lines.</summary>
    protected static string Flat(string json) => json.ReplaceLineEndings("");

    private async Task AssertArrivedAsync(string query, string body)
    {
        var request = await Server.RequestAsync();
        Assert.Equal(query, request.RawQuery);
        Assert.Equal(body, request.Body);
        Assert.Equal(body.Length == 0 ? null : "application/json; charset=utf-8", request.Header("Content-Type"));
    }
}
