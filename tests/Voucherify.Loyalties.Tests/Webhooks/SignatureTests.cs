using System.Security.Cryptography;
using System.Text;

namespace Voucherify.Loyalties.Tests.Webhooks;

public sealed class SignatureTests
{
    private const string Secret = "secretKey";

    /// <summary>The vendor's published vectors.</summary>
    public static TheoryData<string, string> Published { get; } = new()
    {
        { """{"a":1}""", "a17d2ac229d1ebbb5f10e839c7985c4818e5986eab297f7e5979196d4d7d3ed2" },
        { """{"a\"b":1}""", "f7cf97814a03146abedb9793f56e1dec34f618f82d10395310d053f749483ffb" },
        { "  message  ", "53ff92957e1427ce23ad5bda9d0c5f2f4ff384d0806b83eeacb510c842d3a358" },
    };

    [Theory, MemberData(nameof(Published))]
    public void The_published_signature_vectors_are_verified(string body, string signature) => Assert.True(Verify(body, signature));

    [Theory]
    [InlineData("{ \"a\" : 1 }\r\n", """{"a":1}""")]
    [InlineData("\t{\n  \"a\\\"b\": 1\n}", """{"a\"b":1}""")]
    [InlineData("""{ "a b\\": " \" { } " }""", """{"a b\\":" \" { } "}""")]
    [InlineData("[ \"zażółć\\u0020\" ]", "[\"zażółć\\u0020\"]")]
    public void White_space_in_a_webhook_does_not_change_its_signature(string formatted, string original) =>
        Assert.True(Verify(formatted, Sign(original)));

    [Theory]
    [InlineData("""{"a":" b"}""", """{"a":"b"}""")]
    [InlineData("""{"a":1}""", """{"a": 1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("", "{}")]
    public void A_signature_of_another_body_is_refused(string body, string original) => Assert.False(Verify(body, Sign(original)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a17d")]
    [InlineData("A17D2AC229D1EBBB5F10E839C7985C4818E5986EAB297F7E5979196D4D7D3ED2")]
    [InlineData("zzzd2ac229d1ebbb5f10e839c7985c4818e5986eab297f7e5979196d4d7d3ed2")]
    [InlineData("ęę7d2ac229d1ebbb5f10e839c7985c4818e5986eab297f7e5979196d4d7d3ed2")]
    [InlineData(" a17d2ac229d1ebbb5f10e839c7985c4818e5986eab297f7e5979196d4d7d3ed")]
    [InlineData("a17d2ac229d1ebbb5f10e839c7985c4818e5986eab297f7e5979196d4d7d3ed2"
        + "a17d2ac229d1ebbb5f10e839c7985c4818e5986eab297f7e5979196d4d7d3ed2")]
    public void An_invalid_signature_is_refused_without_an_exception(string? signature) => Assert.False(Verify("""{"a":1}""", signature));

    [Fact]
    public void A_signature_with_any_changed_digit_or_byte_is_refused()
    {
        const string Body = """{"type":"voucher.loyalty_card.points_added","data":{"balance":{"points":50}}}""";
        var signature = Sign(Body);

        Assert.All(Enumerable.Range(0, signature.Length), i =>
            Assert.False(Verify(Body, signature.Remove(i, 1).Insert(i, signature[i] == '0' ? "1" : "0"))));
        Assert.All(Enumerable.Range(0, Body.Length), i =>
            Assert.False(Verify(Body.Remove(i, 1).Insert(i, "#"), signature)));
    }

    [Fact]
    public void A_signature_with_another_secret_is_refused() =>
        Assert.False(LoyaltyWebhook.Verify("""{"a":1}"""u8, Sign("""{"a":1}"""), "SecretKey"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Verifying_a_signature_without_a_secret_throws(string? secret)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => LoyaltyWebhook.Verify("{}"u8, Sign("{}"), secret!));

        Assert.Equal("secret", error.ParamName);
    }

    private static bool Verify(string body, string? signature) => LoyaltyWebhook.Verify(Encoding.UTF8.GetBytes(body), signature, Secret);

    private static string Sign(string body) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body))).ToLowerInvariant();
}
