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

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => RedeemAsync(test));

        Assert.Equal("Voucherify responded with 200, but: " + text, error.InnerException?.Message);
        Assert.Equal(
            $"RedeemReward was sent, but whether it was applied is not known: Voucherify responded with 200, but: {text}", error.Message);
    }

    [Fact]
    public async Task The_error_of_a_response_that_breaks_says_so()
    {
        using var test = new ScriptedClient(Steps.LoseBody());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => RedeemAsync(test));

        Assert.Equal(
            "Voucherify responded with 200, but: The connection broke in the middle of the response body.", error.InnerException?.Message);
    }

    [Fact]
    public async Task The_error_of_a_response_that_is_compressed_wrongly_says_so()
    {
        using var test = new ScriptedClient((_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new MisleadingStream()) }));

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
            client => client.WithUserHandler(new Changing(request => request.RequestUri = new Uri(address))), Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => RedeemAsync(test));

        Assert.Equal(text, error.Message);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task The_error_of_a_request_without_its_body_says_so()
    {
        using var test = new ScriptedClient(
            client => client.WithUserHandler(new Changing(static request => request.Content = new StringContent("{}"))), Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => RedeemAsync(test));

        Assert.Equal(
            "A handler replaced the body of RedeemReward, so a repeated send could not be detected: it was not sent.", error.Message);
    }

    private static Task<Redemption> RedeemAsync(ScriptedClient test) => test.Client.V1.Redemptions.RedeemRewardAsync(
        "CARD",
        new RedeemRewardRequest { Reward = new() { Id = "rew_1" } },
        cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Changing(Action<HttpRequestMessage> change) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            change(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class MisleadingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidDataException("The archive entry was compressed using an unsupported compression method.");
    }
}
