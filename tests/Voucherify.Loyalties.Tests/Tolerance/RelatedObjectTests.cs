using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>A nested object is read whatever it brings, and what it cannot be is no other error than broken JSON.</summary>
public sealed class RelatedObjectTests
{
    [Theory]
    [InlineData("""{"type":"voucher","id":"v_1"}""", "voucher", "v_1")]
    [InlineData("""{"id":"v_1","new":{"a":[1,{"id":"x"}]},"type":"a kind of tomorrow"}""", "a kind of tomorrow", "v_1")]
    [InlineData("""{"type":null,"id":null}""", null, null)]
    [InlineData("""{"t\u0079pe":"vouch\u0065r"}""", "voucher", null)]
    [InlineData("{}", null, null)]
    public void It_is_read_whatever_it_brings(string json, string? type, string? id)
    {
        var read = Read(json);

        Assert.Equal(type, read?.Type);
        Assert.Equal(id, read?.Id);
    }

    [Fact]
    public void Null_is_none() => Assert.Null(Read("null"));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"v_1\"")]
    [InlineData("""{"id":"v_1","type":""")]
    [InlineData("""{"id":7}""")]
    public void What_it_cannot_be_is_a_JSON_error(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Theory]
    [InlineData("""{"balance":1,"related_object":{"id":"v_1","type":"voucher"}}""")]
    [InlineData("""{"balance":1,"related_object":{"id":"v_1"}}""")]
    public void It_is_written_as_it_was_read(string json)
    {
        var result = JsonSerializer.Deserialize(json, V1Json.BalanceResult)!;

        Assert.Equal(json, JsonSerializer.Serialize(result!, V1Json.BalanceResult));
    }

    private static RelatedObject? Read(string json) =>
        JsonSerializer.Deserialize($$"""{"related_object":{{json}}}""", V1Json.BalanceResult)!.RelatedObject;
}
