using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Tests.Tolerance;

public sealed class JsonContentTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""")]
    [InlineData("""{"a":1.0}""", """{"a":1}""")]
    [InlineData("""{"a":"2026-01-01T00:00:00.000Z"}""", """{"a":"2026-01-01T01:00:00+01:00"}""")]
    [InlineData("""{"a":[{"id":"x","b":true}]}""", """{"a":[{"b":true}]}""")]
    [InlineData("{}", """{"a":null,"b":[],"c":{},"d":{"e":null}}""")]
    [InlineData("""{"a":null,"c":null}""", """{"a":[],"c":{}}""")]
    [InlineData("""{"a":100000000000000000000000000000000000}""", """{"a":100000000000000000000000000000000000}""")]
    public void Content_is_there(string actual, string wanted) => Assert.True(JsonContent.Has(Parse(actual), Parse(wanted)));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":true}""", """{"a":false}""")]
    [InlineData("""{"a":"x"}""", """{"a":"X"}""")]
    [InlineData("""{"a":"x"}""", """{"a":null}""")]
    [InlineData("""{"a":"2026-01-01T00:00:00Z"}""", """{"a":"2026-01-01T00:00:01Z"}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"b":1}""", """{"a":1}""")]
    [InlineData("""{"a":null}""", """{"a":[1]}""")]
    [InlineData("""{"a":{}}""", """{"a":{"b":false}}""")]
    public void Content_is_not_there(string actual, string wanted) => Assert.False(JsonContent.Has(Parse(actual), Parse(wanted)));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
