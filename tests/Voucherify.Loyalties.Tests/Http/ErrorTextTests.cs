using System.Net;
using Voucherify.Loyalties.Tests.Support;

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
}
