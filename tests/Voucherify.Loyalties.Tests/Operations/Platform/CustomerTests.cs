using System.Net;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations.Platform;

/// <summary>Customers, who both versions share.</summary>
public sealed class CustomerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_is_created_or_changed_by_its_source_id()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyCustomer"));

        var customer = await test.Client.Customers.UpsertCustomerAsync(
            new() { SourceId = "shop-42", Email = "anna@example.com", Birthdate = new(1990, 2, 3) }, Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v1/customers",
            """{"source_id":"shop-42","email":"anna@example.com","birthdate":"1990-02-03"}""");
        SampleResponses.AssertComplete("LoyaltyCustomer", customer, PlatformJson.LoyaltyCustomer);
    }

    [Fact]
    public async Task An_upsert_is_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok("""{"id":"cust_1"}"""));

        var customer = await test.Clock.RunToEnd(test.Client.Customers.UpsertCustomerAsync(new() { Id = "cust_1" }, Token));

        Assert.Equal("cust_1", customer.Id);
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_customer_without_an_id_or_with_the_id_of_something_else_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        CustomerInput[] invalid =
        [
            new() { Name = "Anna" },
            new() { SourceId = " " },
            new() { Id = default(CustomerId) },
            new() { Id = default(CustomerId), SourceId = "shop-42" },
            new() { Id = "lmbr_1" },
            new() { Id = "ord_1" },
        ];

        foreach (var customer in invalid)
        {
            await Assert.ThrowsAsync<ArgumentException>("request", () => test.Client.Customers.UpsertCustomerAsync(customer, Token));
        }

        await Assert.ThrowsAsync<ArgumentNullException>(() => test.Client.Customers.UpsertCustomerAsync(null!, Token));
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_customer_is_read_by_either_id()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyCustomer"), SampleResponses.Ok("LoyaltyCustomer"));

        await test.Client.Customers.GetCustomerAsync("cust_1", Token);
        await test.Client.Customers.GetCustomerAsync("anna@example.com", Token);

        Assert.Equal(
            ["/v1/customers/cust_1", "/v1/customers/anna%40example.com"],
            test.Handler.Requests.Select(static request => request.Uri.AbsolutePath));
        await Assert.ThrowsAsync<ArgumentException>("customerId", () => test.Client.Customers.GetCustomerAsync("lmbr_1", Token));
    }

    [Fact]
    public async Task A_customer_is_changed()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyCustomer"));

        await test.Client.Customers.UpdateCustomerAsync("cust_1", new() { Metadata = new() { ["vip"] = true } }, Token);

        test.AssertSent(HttpMethod.Put, "/v1/customers/cust_1", """{"metadata":{"vip":true}}""");
    }

    [Fact]
    public async Task A_customer_that_is_gone_after_a_lost_response_counts_as_deleted()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), NotFound());

        await test.Clock.RunToEnd(test.Client.Customers.DeleteCustomerAsync("cust_1", Token));

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_deletion_succeeds_or_names_what_is_missing()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.NoContent), NotFound());

        await test.Client.Customers.DeleteCustomerAsync("cust_1", Token);
        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.Client.Customers.DeleteCustomerAsync("cust_1", Token));

        Assert.All(test.Handler.Requests, static request => Assert.Equal(HttpMethod.Delete, request.Method));
    }

    [Fact]
    public async Task Activities_are_listed_page_by_page()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""
                {"data":[{"id":"act_2","type":"customer.custom_event","data":{"custom_event":{"id":"ev_1"}}}],"has_more":true,
                 "more_starting_after":"act_2"}
                """),
            Steps.Ok("""{"data":[{"id":"act_1","type":"something.new"}],"has_more":false}"""));
        var query = new ListCustomerActivityQuery
        {
            Type = CustomerActivityType.CustomerCustomEvent,
            StartDate = DateTimeOffset.UnixEpoch,
            Order = CustomerActivityOrder.CreatedAtDescending,
        };

        var activities = await test.Client.Customers.ListCustomerActivityAsync("cust_1", query, cancellationToken: Token)
            .ToListAsync(Token);

        Assert.Equal("ev_1", activities[0].Data!.Value.GetProperty("custom_event").GetProperty("id").GetString());
        Assert.Equal("something.new", activities[1].Type!.Value.Value);
        Assert.Equal(
            "?limit=100&order=-created_at&start_date=1970-01-01T00%3A00%3A00Z&type=customer.custom_event",
            test.Handler.Requests[0].Uri.Query);
        Assert.Contains("starting_after_id=act_2", test.Handler.Requests[1].Uri.Query, StringComparison.Ordinal);
    }

    private static Step NotFound() => Steps.Respond(
        HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"Not found","resource_type":"customer"}""");
}
