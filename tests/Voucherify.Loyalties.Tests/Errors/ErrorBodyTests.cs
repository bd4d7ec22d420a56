using System.Net;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Errors;

public sealed class ErrorBodyTests
{
    private const string Documented =
        """
        {"code":404,"key":"not_found","message":"Resource not found","details":"Cannot find voucher with id CARD",
        "request_id":"v-0ffd717a332d7dc9e8",
         "resource_id":"CARD","resource_type":"voucher","error":{"message":"No such card, sorry"}}
        """;

    [Fact]
    public async Task All_eight_fields_of_an_error_are_read()
    {
        var error = await ErrorOfAsync(HttpStatusCode.NotFound, Documented);

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(404, error.Error.Code);
        Assert.Equal(LoyaltyErrorKeys.NotFound, error.Key);
        Assert.Equal("Resource not found", error.Error.Message);
        Assert.Equal("Cannot find voucher with id CARD", error.Error.Details);
        Assert.Equal("v-0ffd717a332d7dc9e8", error.RequestId);
        Assert.Equal("CARD", error.Error.ResourceId);
        Assert.Equal("voucher", error.Error.ResourceType);
        Assert.Equal("No such card, sorry", error.CustomMessage);
    }

    [Fact]
    public async Task The_message_of_an_API_exception_is_one_line()
    {
        var error = await ErrorOfAsync(HttpStatusCode.NotFound, Documented);

        Assert.Equal(
            "Voucherify responded with 404 not_found: Resource not found. Cannot find voucher with id CARD (request v-0ffd717a332d7dc9e8)",
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>nginx</body></html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"code\":")]
    public async Task A_body_that_is_not_an_error_object_leaves_the_status(string body)
    {
        var error = await ErrorOfAsync(HttpStatusCode.Forbidden, body);

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Null(error.Key);
        Assert.Null(error.RequestId);
        Assert.Equal("Voucherify responded with 403 Forbidden", error.Message);
    }

    [Fact]
    public async Task An_error_as_a_plain_string_beside_statusCode_is_read()
    {
        var error = await ErrorOfAsync(
            HttpStatusCode.RequestEntityTooLarge,
            """
            {"statusCode":413,"error":"Request Entity Too Large",
            "message":"Payload content length greater than maximum allowed: 10485760"}
            """);

        Assert.Equal(413, error.Error.Code);
        Assert.Equal("Payload content length greater than maximum allowed: 10485760", error.Error.Message);
    }

    [Fact]
    public async Task An_error_as_a_plain_string_alone_becomes_the_message()
    {
        var error = await ErrorOfAsync(HttpStatusCode.BadRequest, """{"statusCode":400,"error":"Bad Request"}""");

        Assert.Equal("Bad Request", error.Error.Message);
    }

    [Theory]
    [InlineData("""{"code":"400","key":"invalid_payload"}""")]
    [InlineData("""{"code":400,"key":"invalid_payload","message":null,"details":null,"unknown":[1,2]}""")]
    [InlineData("\ufeff{\"code\":400,\"key\":\"invalid_payload\"}")]
    public async Task An_error_with_unexpected_fields_and_types_is_read(string body)
    {
        var error = await ErrorOfAsync(HttpStatusCode.BadRequest, body);

        Assert.Equal(400, error.Error.Code);
        Assert.Equal("invalid_payload", error.Key);
    }

    [Fact]
    public async Task The_documented_error_code_takes_precedence()
    {
        var error = await ErrorOfAsync(HttpStatusCode.BadRequest, """{"statusCode":413,"code":400}""");

        Assert.Equal(400, error.Error.Code);
    }

    [Fact]
    public async Task An_error_with_only_a_key_is_read()
    {
        var error = await ErrorOfAsync(HttpStatusCode.BadRequest, """{"key":"invalid_payload"}""");

        Assert.Equal((null, null, null), (error.Error.Code, error.Error.Message, error.CustomMessage));
        Assert.Equal("Voucherify responded with 400 invalid_payload", error.Message);
    }

    [Fact]
    public async Task An_error_message_that_ends_with_a_period_gets_no_second_one()
    {
        var error = await ErrorOfAsync(
            HttpStatusCode.BadRequest, """{"key":"invalid_payload","message":"Bad.","details":"The amount is missing"}""");

        Assert.Equal("Voucherify responded with 400 invalid_payload: Bad. The amount is missing", error.Message);
    }

    [Fact]
    public void An_API_exception_without_an_error_object_is_refused() =>
        Assert.Throws<ArgumentNullException>("error", static () => new LoyaltyApiException(HttpStatusCode.BadRequest, null!));

    private static async Task<LoyaltyApiException> ErrorOfAsync(HttpStatusCode status, string body)
    {
        using var test = new ScriptedClient(Steps.Respond(status, body));
        return await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());
    }
}
