using System.Globalization;
using System.Net;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("100%")]
    [InlineData("a+b c")]
    [InlineData("a?b#c")]
    [InlineData("zażółć-カード-🎁")]
    [InlineData("members")]
    [InlineData("a;b=c,d@e:f&g")]
    public async Task A_code_of_any_characters_is_one_segment(string code)
    {
        var (sandbox, client) = await StartWithCardAsync(code);
        sandbox.V1.AddCard("a");
        sandbox.V1.AddCard("b");

        var response = await AdjustAsync(client, 5, code: code);
        var member = await GetAsync(client, $"v1/loyalties/{Uri.EscapeDataString(Campaign)}/members/{Uri.EscapeDataString(code)}");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(code, (string?)member.Json["code"]);
        Assert.Equal(5, sandbox.V1.GetCard(code).Balance);
    }

    [Theory]
    [InlineData("PUT", "v1/loyalties/members/CARD/balance", "PUT is not supported by this endpoint. Did you mean POST?")]
    [InlineData("DELETE", "v1/loyalties", "DELETE is not supported by this endpoint. Did you mean GET or POST?")]
    [InlineData("POST", "v1/loyalties/camp_1/members/CARD/transactions", "POST is not supported by this endpoint. Did you mean GET?")]
    public async Task The_response_to_a_wrong_method_names_the_right_ones(string method, string path, string details)
    {
        var (_, client) = await StartWithCardAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var response = await ReceivedResponse.ReadAsync(await client.SendAsync(request, Stop), Stop);

        AssertJson(
            $$"""{"code":405,"message":"HTTP Method Not Allowed","details":"{{details}}"}""",
            response,
            HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("GET", "v1/exports", "GET /v1/exports")]
    [InlineData("POST", "v1/exports", "POST /v1/exports")]
    [InlineData("DELETE", "v1/exports/exp_1", "DELETE /v1/exports/{exportId}")]
    public async Task An_operation_that_only_the_service_supports_is_501(string method, string path, string what)
    {
        var (_, client) = await StartWithCardAsync();

        var response = await SendAsync(client, new(method), path);

        AssertError(response, 501, "sandbox_not_supported", "Not supported by the sandbox", $"The sandbox does not support {what}.");
    }

    [Theory]
    [InlineData("v1/nothing")]
    [InlineData("v1/loyalties/members//balance")]
    [InlineData("v2/loyalties/members/CARD")]
    [InlineData("")]
    public async Task An_unknown_path_is_404(string path)
    {
        var (_, client) = await StartWithCardAsync();

        var response = await GetAsync(client, path);

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal("not_found", (string?)response.Json["key"]);
    }

    [Fact]
    public async Task A_null_character_in_the_path_is_400_and_never_reaches_the_service()
    {
        var (_, client) = await StartWithCardAsync();

        var response = await GetAsync(client, "v1/loyalties/members/a%00b");

        Assert.Equal((HttpStatusCode.BadRequest, ""), (response.Status, response.Body));
    }

    [Theory]
    [InlineData(8155, HttpStatusCode.NotFound)]
    [InlineData(8156, HttpStatusCode.RequestUriTooLong)]
    public async Task A_request_line_of_more_than_eight_kilobytes_is_414(int codeLength, HttpStatusCode expected)
    {
        var (_, client) = await StartWithCardAsync();

        var response = await GetAsync(client, "v1/loyalties/members/" + new string('x', codeLength));

        Assert.Equal(expected, response.Status);
    }

    [Fact]
    public async Task A_request_that_does_not_accept_JSON_is_406()
    {
        var (_, client) = await StartWithCardAsync();
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        Assert.Equal(HttpStatusCode.NotAcceptable, (await GetAsync(client, "v1/loyalties/members/CARD")).Status);
    }

    [Fact]
    public async Task A_body_of_more_than_ten_megabytes_is_413()
    {
        var (_, client) = await StartWithCardAsync();

        var response = await AdjustAsync(client, new string(' ', 10_485_761));

        AssertJson(
            """
            {"statusCode":413,"error":"Request Entity Too Large",
             "message":"Payload content length greater than maximum allowed: 10485760"}
            """,
            response,
            HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_response_has_the_date_of_the_sandboxs_clock()
    {
        var (_, client) = await StartWithCardAsync();

        var response = await GetAsync(client, "v1/loyalties/members/CARD");

        Assert.Equal("Wed, 15 May 2024 12:00:00 GMT", response.Headers["Date"]);
    }

    [Fact]
    public async Task Concurrent_adjustments_are_all_applied()
    {
        var (sandbox, client) = await StartWithCardAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Stop, async (i, _) =>
            await AdjustAsync(client, 1, i.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(200, sandbox.V1.GetCard("CARD").Balance);
        Assert.Equal(200, sandbox.Journal.Select(entry => entry.SourceId).Distinct().Count());
    }
}
