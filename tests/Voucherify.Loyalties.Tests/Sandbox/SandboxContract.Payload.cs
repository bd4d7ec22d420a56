using System.Net;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string IsoProblem = "Property .expiration_date cannot be recognized as a ISO-8601 compliant date";

    [Theory]
    [InlineData("", "Payload is not a valid JSON")]
    [InlineData("{", "Payload is not a valid JSON")]
    [InlineData("""{"points":1,"\ud800":1}""", "Payload is not a valid JSON")]
    [InlineData("""{"points":1,"metadata":[{"half \ude00 of a pair":1}]}""", "Payload is not a valid JSON")]
    [InlineData("[]", "Payload must be object")]
    [InlineData("{}", "Payload should have required property 'points'")]
    [InlineData("""{"points":"1"}""", "Property .points must be integer")]
    [InlineData("""{"points":1.5}""", "Property .points must be integer")]
    [InlineData("""{"points":null}""", "Property .points must be integer")]
    [InlineData("""{"points":1e300}""", "Property .points must be integer")]
    [InlineData("""{"points":9007199254740992}""", "Property .points must be integer")]
    [InlineData("""{"points":9007199254740991}""", "Property .points is too large")]
    [InlineData("""{"points":0}""", "Property .points must not be 0")]
    [InlineData("""{"points":1,"source_id":5}""", "Property .source_id must be string")]
    [InlineData("""{"points":1,"reason":"\ud800"}""", "Property .reason must be string")]
    [InlineData("""{"points":1,"expiration_type":"SOON"}""", "Property .expiration_type must be equal to one of the allowed values")]
    [InlineData("""{"points":1,"expiration_type":"CUSTOM_DATE"}""", "Payload should have required property 'expiration_date'")]
    [InlineData("""{"points":1,"expiration_type":"CUSTOM_DATE","expiration_date":"30.05.2025"}""", IsoProblem)]
    [InlineData("""{"points":1,"expiration_type":"CUSTOM_DATE","expiration_date":"2025-02-30"}""", IsoProblem)]
    [InlineData("""{"points":1,"expiration_type":"NON_EXPIRING","expiration_date":"soon"}""", IsoProblem)]
    public async Task An_invalid_adjustment_is_refused(string body, string details)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 1);

        AssertError(await AdjustAsync(client, body), 400, "invalid_payload", "Invalid payload", details);
        Assert.Empty(sandbox.Journal);
    }

    [Theory]
    [InlineData("""{"points":2.0}""")]
    [InlineData("""{"points":2,"unknown":{"a":1},"source_id":null,"reason":null,"expiration_type":null,"expiration_date":null}""")]
    public async Task An_unusual_but_valid_adjustment_is_accepted(string body)
    {
        var (sandbox, client) = await StartWithCardAsync();

        Assert.Equal(HttpStatusCode.OK, (await AdjustAsync(client, body)).Status);
        Assert.Equal(2, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        var (_, client) = await StartWithCardAsync();

        var response = await PostAsync(client, "v1/loyalties/members/CARD/balance", """{"points":1}""", "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.Status);
    }
}
