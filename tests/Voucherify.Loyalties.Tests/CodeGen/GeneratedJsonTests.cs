using System.Buffers;
using System.Text;
using System.Text.Json;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.V1;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.V1.Json;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.V1;

namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>The generated code reads unusual and invalid JSON. <see cref="FixtureModelTests"/> has the usual values.</summary>
public sealed class GeneratedJsonTests
{
    private const string Sample = """
        {"i\u0064":"thing_1","count":"1\u0032","size":7,"price":"1e2","ratio":"0.25","active":"true","state":"new","states":["10%"],
         "created_at":"2022-08-17T07:46:18.619169Z","unknown":{"id":[{"id":"x"}]},"metadata":{"a\u0062":null},"labels":{"de":"Ding"},
         "matrix":[["1",2],[]],"owner":{"id":"cust_1"},"shape":{"type":"SQUARE","sides":[1]},"parent":{"id":"thing_0"}}
        """;

    [Fact]
    public void Escaped_names_and_numbers_in_strings_are_read()
    {
        var thing = Read(Sample);

        Assert.Equal(("thing_1", 12, 100m, 0.25), (thing.Id, thing.Count, thing.Price, thing.Ratio));
        Assert.True(thing.Metadata!["ab"].IsNull);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_body_in_segments_is_read_like_a_whole_one(int piece)
    {
        var reader = new Utf8JsonReader(Pieces.Of(Encoding.UTF8.GetBytes(Sample), piece));
        reader.Read();

        var thing = ThingJson.Read(ref reader);

        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.Equal(Written(Read(Sample)), Written(thing!));
    }

    [Fact]
    public void The_last_of_two_members_with_the_same_name_wins() => Assert.Equal("b", Read("""{"id":"a","id":"b"}""").Id);

    [Theory]
    [InlineData("""{"count":"x"}""")]
    [InlineData("""{"count":""}""")]
    [InlineData("""{"count":"1 "}""")]
    [InlineData("""{"count":1.5}""")]
    [InlineData("""{"count":true}""")]
    [InlineData("""{"count":"99999999999999999999"}""")]
    [InlineData("""{"count":"00000000000000000000000000000000000000000000000000000000000000000001"}""")]
    [InlineData("""{"size":3000000000}""")]
    [InlineData("""{"ratio":"NaN"}""")]
    [InlineData("""{"active":"maybe"}""")]
    [InlineData("""{"matrix":{}}""")]
    [InlineData("""{"parent":"thing_0"}""")]
    [InlineData("[1]")]
    [InlineData("""{"labels":[1]}""")]
    [InlineData("""{"id":{}}""")]
    [InlineData("""{"id":"a"} {}""")]
    [InlineData("""{"id":"a" """)]
    public void An_invalid_value_is_a_JSON_error(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Theory]
    [InlineData("[]", "{}")]
    [InlineData("""{"id":5}""", """{"id":"5"}""")]
    [InlineData("""{"labels":[]}""", """{"labels":{}}""")]
    [InlineData("""{"matrix":[[null,1],null]}""", """{"matrix":[[1],null]}""")]
    [InlineData("""{"states":[null,"on"],"related":[null]}""", """{"states":["on"],"related":[]}""")]
    [InlineData("""{"count":"6e2","size":6.0}""", """{"count":600,"size":6}""")]
    public void An_odd_value_is_read_as_what_it_stands_for(string json, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(Read(json), V1Json.Thing));

    [Fact]
    public void A_request_without_a_required_member_is_a_JSON_error()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{}", V1Json.CreateThingRequest));

        Assert.Contains("is missing", error.Message, StringComparison.Ordinal);
    }

    private static Thing Read(string json) => JsonSerializer.Deserialize(json, V1Json.Thing)!;

    private static string Written(Thing thing) => JsonSerializer.Serialize(thing, V1Json.Thing);

    private sealed class Pieces : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] bytes, int size)
        {
            var first = new Pieces { Memory = bytes.AsMemory(0, size) };
            var last = first;
            for (var at = size; at < bytes.Length; at += size)
            {
                var next = new Pieces { Memory = bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), RunningIndex = at };
                last.Next = next;
                last = next;
            }

            return new(first, 0, last, last.Memory.Length);
        }
    }
}
