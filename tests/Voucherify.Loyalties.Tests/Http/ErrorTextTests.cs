using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>What the errors of the transport say. The text has to lead to the cause.</summary>
public sealed class ErrorTextTests
{
    public static TheoryData<string, string> UnusableBodies => new()
    {
        { "", "The response has no body." },
        { "<html></html>", "The response body cannot be read." },
        { "{}", "The response lacks its essential member." },
        { """{"code":400,"key":"invalid_payload","id":"r_1"}""", "The body is an error." },
    };

    [Theory, MemberData(nameof(UnusableBodies))]
    public async Task The_error_of_a_response_says_what_is_wrong_with_its_body(string body, string text)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.RedeemAsync());

        Assert.Equal("Voucherify responded with 200, but: " + text, error.InnerException?.Message);
        Assert.Equal(
            $"RedeemReward was sent, but whether it was applied is not known: Voucherify responded with 200, but: {text}", error.Message);
    }

    [Fact]
    public async Task The_error_of_a_response_that_breaks_says_so()
    {
        using var test = new ScriptedClient(Steps.LoseBody());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.RedeemAsync());

        Assert.Equal(
            "Voucherify responded with 200, but: The connection broke in the middle of the response body.", error.InnerException?.Message);
    }

    [Fact]
    public async Task The_error_of_a_response_that_is_compressed_wrongly_says_so()
    {
        using var test = new ScriptedClient(
            Steps.FailBody(HttpStatusCode.OK, new InvalidDataException("The archive entry was compressed using an unsupported method.")));

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(() => test.GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Voucherify responded with 200, but: The response body cannot be decompressed.", error.Message);
    }

    public static TheoryData<string, string> Detours => new()
    {
        {
            "https://evil.example/v1/loyalties/members/CARD/redemption",
            "The request of RedeemReward would not go to https://api.voucherify.io: it was not sent."
        },
        {
            "https://api.voucherify.io/v1/loyalties/members/CARD",
            "The request's path does not match the route /v1/loyalties/members/{memberId}/redemption: it was not sent."
        },
    };

    [Theory, MemberData(nameof(Detours))]
    public async Task The_error_of_a_refused_request_says_where_it_would_have_gone(string address, string text)
    {
        using var test = new ScriptedClient(
            client => client.WithUserHandler(new ChangingHandler(request => { request.RequestUri = new Uri(address); })), Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => test.RedeemAsync());

        Assert.Equal(text, error.Message);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task The_error_of_a_request_without_its_body_says_so()
    {
        using var test = new ScriptedClient(
            client => client.WithUserHandler(new ChangingHandler(static request => { request.Content = new StringContent("{}"); })),
            Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => test.RedeemAsync());

        Assert.Equal(
            "A handler replaced the body of RedeemReward, so a repeated send could not be detected: it was not sent.", error.Message);
    }

    [Theory]
    [InlineData("X-App-Id")]
    [InlineData("X-App-Token")]
    [InlineData("Authorization")]
    public async Task The_error_of_a_copied_request_names_its_cause_whichever_credential_it_has(string header)
    {
        using var test = new ScriptedClient(
            client => client.WithUserHandler(new ChangingHandler(request =>
            {
                var copy = new HttpRequestMessage(HttpMethod.Get, request.RequestUri);
                copy.Headers.TryAddWithoutValidation(header, "secret");
                return copy;
            })),
            Steps.Ok(Steps.MemberJson));

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => test.GetAsync());

        Assert.Equal(
            "A request with credentials does not belong to this client: a handler copied it without its options. It was not sent.",
            error.Message);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task The_error_of_a_part_of_a_file_says_so()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.PartialContent, "id,poi"));

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(() => test.Clock.RunToEnd(
            test.Client.V1.Exports.DownloadAsync(new Export
            {
                Id = "exp_1",
                Status = ExportStatus.Done,
                Result = new() { Url = "https://download.voucherify.io/v1/exports/exp_1?token=t" },
            })));

        Assert.Equal("Voucherify responded with 206, but: This is not the whole file.", error.Message);
    }

    [Fact]
    public async Task The_error_of_a_call_without_a_connection_names_the_address_and_the_cause()
    {
        using var test = new ScriptedClient(Steps.FailToConnect());

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(() => test.GetAsync());

        Assert.Equal("Voucherify could not be reached at https://api.voucherify.io: Connection refused", error.Message);
    }

    [Fact]
    public async Task The_error_of_a_call_whose_connection_breaks_names_the_address_and_the_cause()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(() => test.GetAsync());

        Assert.Equal("The connection to https://api.voucherify.io broke: The server closed the connection.", error.Message);
    }

    [Fact]
    public async Task The_error_of_a_response_that_is_too_long_names_the_limit()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.MaxResponseBytes = 65_536), Steps.Ok(new string(' ', 65_537)));

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(() => test.GetAsync());

        Assert.Equal("Voucherify responded with 200, but: The response is longer than 65536 bytes.", error.Message);
    }

    [Fact]
    public async Task The_error_of_an_adjustment_whose_connection_fails_before_it_was_sent_says_that_it_broke()
    {
        using var test = new ScriptedClient(static (_, _) => throw new IOException("The tunnel closed."));

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(() => test.AdjustAsync());

        Assert.Equal("The connection to https://api.voucherify.io broke: The tunnel closed.", error.Message);
        Assert.Equal(4, test.Attempts);
    }
}
