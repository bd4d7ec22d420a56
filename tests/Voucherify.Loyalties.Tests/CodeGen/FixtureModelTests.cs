using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Tests.CodeGen.Fixture;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.V1;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.V1;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class FixtureModelTests
{
    private const string Sample = """
        {
          "id": "thing_1", "count": 9007199254740991, "size": 7, "price": 12.50, "ratio": 0.25, "active": true,
          "state": "ROLLED BACK", "states": ["10%", "-created_at"], "color": "dark-blue", "marker": "thing",
          "created_at": "2022-08-17T07:46:18.619169Z", "born_on": "2024-02-29", "expires": "2025-12-31", "opens": "12:00",
          "metadata": { "a": "x", "b": 1, "c": [true, null], "d": { "e": 1.50 } },
          "free": { "kept": true }, "labels": { "de": "Ding" }, "tiers": { "gold": { "name": "cat", "legs": 4 } },
          "matrix": [[1, 2], [3]], "owner": { "id": "cust_1", "state": "other" }, "anything": 5, "raw": ["x", 1],
          "shape": { "type": "SQUARE", "side": 2, "area": 4.5, "sides": [1, 2, 3], "radius": 1 },
          "pet": { "name": "Rex", "legs": 4, "barks": true }, "parent": { "id": "thing_0" },
          "alias": { "id": "cust_2" }, "inline": { "note": "n" }, "thing": "itself", "related": ["thing_2", "3"]
        }
        """;

    [Fact]
    public void Every_member_survives_a_round_trip()
    {
        var written = JsonSerializer.Serialize(Read(Sample), V1Json.Thing);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void The_sample_has_every_member()
    {
        var sample = JsonNode.Parse(Sample)!.AsObject().Select(member => member.Key);
        var document = Repository.Read("tests", "Voucherify.Loyalties.Tests", "CodeGen", "Fixture", "OpenApi", "v1.json");
        var schema = JsonNode.Parse(document)!["components"]!["schemas"]!["Thing"]!["properties"]!;

        Assert.Equal(schema.AsObject().Select(member => member.Key), sample);
    }

    [Fact]
    public void A_JSON_root_is_generated_without_an_operation_that_uses_it()
    {
        var read = JsonSerializer.Deserialize("""{"thing":{"raw":5}}""", V1Json.ThingEvent)!;

        Assert.Equal(5, read.Thing!.Raw!.Value.GetInt32());
    }

    [Fact]
    public void An_unknown_enum_value_survives_a_round_trip()
    {
        var thing = Read("""{"state":"from tomorrow"}""");

        Assert.Equal("from tomorrow", thing.State!.Value.Value);
        Assert.Equal("""{"state":"from tomorrow"}""", JsonSerializer.Serialize(thing, V1Json.Thing));
    }

    [Fact]
    public void A_known_enum_value_equals_its_member()
    {
        Assert.Equal(ThingState.BrandNew, Read("""{"state":"new"}""").State);
        Assert.Equal(string.Empty, default(ThingState).Value);
        Assert.Equal("10%", ThingState.Value10.ToString());
    }

    [Fact]
    public void A_union_of_enums_is_one_enum() =>
        Assert.Equal(["ROLLED BACK", "other"], new[] { MixedState.RolledBack, MixedState.Other });

    [Fact]
    public void Numbers_sent_as_strings_are_read()
    {
        var thing = Read("""{"count":"1","size":"2","price":"3.5","matrix":[["4"]]}""");

        Assert.Equal((1, 2, 3.5m), (thing.Count, thing.Size, thing.Price));
        Assert.Equal([4L], thing.Matrix![0]);
    }

    [Fact]
    public void A_boolean_sent_as_a_string_is_read() => Assert.True(Read("""{"active":"true"}""").Active);

    [Fact]
    public void Nulls_are_tolerated_everywhere()
    {
        var nulls = new JsonObject();
        foreach (var member in JsonNode.Parse(Sample)!.AsObject())
        {
            nulls[member.Key] = null;
        }

        Assert.Equal(new Thing(), Read(nulls.ToJsonString()));
    }

    [Fact]
    public void Missing_and_unknown_members_are_tolerated() => Assert.Equal(new Thing(), Read("""{"new_member":{"a":[1]}}"""));

    [Fact]
    public void A_date_in_place_of_an_instant_is_midnight_UTC() =>
        Assert.Equal(new DateTimeOffset(2023, 5, 30, 0, 0, 0, TimeSpan.Zero), Read("""{"created_at":"2023-05-30"}""").CreatedAt);

    [Fact]
    public void An_instant_in_place_of_a_date_is_its_date() =>
        Assert.Equal(new DateOnly(2023, 5, 30), Read("""{"born_on":"2023-05-30T22:00:00.000Z"}""").BornOn);

    [Fact]
    public void A_string_that_is_not_an_instant_is_unreadable() =>
        Assert.Throws<JsonException>(() => Read("""{"created_at":"soon"}"""));

    [Fact]
    public void A_union_of_a_string_and_an_object_is_read_as_either()
    {
        Assert.Equal("cust_1", Read("""{"owner":"cust_1"}""").Owner!.Value.Text);
        Assert.Equal("cust_1", Read("""{"owner":{"id":"cust_1"}}""").Owner!.Value.Value!.Id);
    }

    [Fact]
    public void A_value_that_is_neither_a_string_nor_an_object_keeps_its_JSON()
    {
        const string json = """{"owner":[1,2]}""";

        Assert.Equal(2, Read(json).Owner!.Value.Raw!.Value.GetArrayLength());
        Assert.Equal(json, JsonSerializer.Serialize(Read(json), V1Json.Thing));
    }

    [Theory]
    [InlineData("""{"shape":{"type":"SPIRAL","turns":[1,2]}}""")]
    [InlineData("""{"shape":{"type":"SPIRAL","sides":"many","area":{"min":1}}}""")]
    [InlineData("""{"shape":[1,2]}""")]
    [InlineData("""{"shape":"round"}""")]
    public void An_unknown_branch_of_a_union_is_read_and_keeps_its_JSON(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(Read(json), V1Json.Thing));

    [Fact]
    public void A_known_branch_of_a_union_has_its_members_besides_the_JSON()
    {
        var shape = Read("""{"shape":{"type":"SQUARE","side":2,"novelty":true}}""").Shape!;

        Assert.Equal(("SQUARE", 2), (shape.Type, shape.Side));
        Assert.True(shape.Raw!.Value.GetProperty("novelty").GetBoolean());
    }

    [Fact]
    public void A_changed_copy_of_a_union_is_written_from_its_members()
    {
        var thing = new Thing { Shape = Read("""{"shape":{"type":"SQUARE","side":2}}""").Shape! with { Side = 3 } };

        Assert.Null(thing.Shape.Raw);
        Assert.Equal("""{"shape":{"type":"SQUARE","side":3}}""", JsonSerializer.Serialize(thing, V1Json.Thing));
    }

    [Fact]
    public void A_copy_of_a_union_has_every_member()
    {
        var shape = JsonNode.Parse(Sample)!["shape"]!;
        var thing = new Thing { Shape = Read(Sample).Shape! with { Raw = null } };

        var written = JsonNode.Parse(JsonSerializer.Serialize(thing, V1Json.Thing))!["shape"];

        Assert.True(JsonNode.DeepEquals(shape, written), written!.ToJsonString());
    }

    [Fact]
    public void A_secret_is_not_in_the_string_form_of_a_record()
    {
        var text = new LoginRequest { Scope = [], Password = "hunter2" }.ToString();

        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains("Password = (secret)", text, StringComparison.Ordinal);
    }

    private static Thing Read(string json) => JsonSerializer.Deserialize(json, V1Json.Thing)!;
}
