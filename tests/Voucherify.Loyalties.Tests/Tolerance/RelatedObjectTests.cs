using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>A nested object of any shape is read, and anything else is reported as invalid JSON.</summary>
public sealed class RelatedObjectTests
{
    [Theory]
    [InlineData("""{"type":"voucher","id":"v_1"}""", "voucher", "v_1")]
    [InlineData("""{"id":"v_1","new":{"a":[1,{"id":"x"}]},"type":"an unknown kind"}""", "an unknown kind", "v_1")]
    [InlineData("""{"type":null,"id":null}""", null, null)]
    [InlineData("""{"t\u0079pe":"vouch\u0065r"}""", "voucher", null)]
    [InlineData("{}", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("""{"id":7}""", null, "7")]
    public void A_related_object_of_any_shape_is_read(string json, string? type, string? id)
    {
        var read = Read(json);

        Assert.Equal(type, read?.Type);
        Assert.Equal(id ?? string.Empty, read?.Id);
    }

    [Fact]
    public void A_related_object_of_null_is_null() => Assert.Null(Read("null"));

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"v_1\"")]
    [InlineData("""{"id":"v_1","type":""")]
    [InlineData("""{"id":{}}""")]
    public void A_related_object_that_is_not_an_object_throws_a_JsonException(string json) =>
        Assert.Throws<JsonException>(() => Read(json));

    [Theory]
    [InlineData("""{"balance":1,"related_object":{"id":"v_1","type":"voucher"}}""")]
    [InlineData("""{"balance":1,"related_object":{"id":"v_1"}}""")]
    public void A_related_object_is_written_as_it_was_read(string json)
    {
        var result = JsonSerializer.Deserialize(json, V1Json.BalanceResult)!;

        Assert.Equal(json, JsonSerializer.Serialize(result!, V1Json.BalanceResult));
    }

    private static RelatedObject? Read(string json) =>
        JsonSerializer.Deserialize($$"""{"related_object":{{json}}}""", V1Json.BalanceResult)!.RelatedObject;
}
