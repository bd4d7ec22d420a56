using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using Voucherify.Loyalties.V1;
using JsonConvert = Newtonsoft.Json.JsonConvert;

namespace Voucherify.Loyalties.Tests.Consumer;

/// <summary>Custom attributes, as a user writes and reads them.</summary>
public sealed class MetadataTests
{
    private const string Json =
        """{"text":"ü & b","whole":3,"exact":600.0,"huge":1E+300,"yes":true,"list":["a",1,null,[false]],"none":null,"object":{"a":[1]}}""";

    [Fact]
    public void Simple_values_convert_implicitly()
    {
        string? unknown = null;
        LoyaltyMetadata metadata = new()
        {
            ["text"] = "a",
            ["int"] = 3,
            ["decimal"] = 1.50m,
            ["double"] = 0.25,
            ["yes"] = true,
            ["list"] = ["a", 2, false, null],
            ["null"] = null,
            ["unknown"] = unknown,
            ["day"] = new DateOnly(2026, 1, 2),
            ["moment"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
            ["json"] = JsonSerializer.SerializeToElement(new { A = 1 }),
        };

        Assert.Equal(
            """{"text":"a","int":3,"decimal":1.50,"double":0.25,"yes":true,"list":["a",2,false,null],"null":null,"unknown":null"""
            + ""","day":"2026-01-02","moment":"2026-01-02T02:04:05Z","json":{"A":1}}""",
            metadata.ToString());
        Assert.Throws<ArgumentException>(() => metadata["nan"] = double.NaN);
    }

    [Fact]
    public void What_is_added_to_a_set_without_attributes_is_in_no_other_set()
    {
        var (read, other) = (JsonSerializer.Deserialize<LoyaltyMetadata>("{}")!, JsonSerializer.Deserialize<LoyaltyMetadata>("{}")!);
        read.Clear();
        Assert.False(read.Remove("shop"));

        read["shop"] = "Berlin";
        ((IDictionary<string, object?>)other).Add("visits", 3);

        Assert.Equal(["shop"], read.Keys);
        Assert.Equal(["visits"], other.Keys);
        Assert.Empty(new LoyaltyMetadata());
    }

    [Fact]
    public void JSON_survives_a_round_trip_and_is_read_by_kind()
    {
        var metadata = JsonSerializer.Deserialize<LoyaltyMetadata>(Json)!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), JsonSerializer.SerializeToNode(metadata)));
        Assert.Equal(("ü & b", 3m, 600m, true), (
            metadata["text"].AsString(), metadata["whole"].AsNumber(), metadata["exact"].AsNumber(), metadata["yes"].AsBoolean()));
        Assert.Equal(["a", "1", "", "[false]"], metadata["list"].AsList()!.Select(static item => item.ToString()));
        Assert.True(metadata["none"].IsNull);
        Assert.Null(metadata["text"].AsNumber());
        Assert.Null(metadata["huge"].AsNumber());
        Assert.Equal(1, metadata["object"].ToJson().GetProperty("a")[0].GetInt32());
        Assert.False(metadata.TryGetValue("absent", out _));
    }

    [Fact]
    public void Values_are_equal_by_content()
    {
        LoyaltyMetadataValue one = ["a", 1, true];
        LoyaltyMetadataValue same = ["a", 1.0m, true];

        Assert.True(one == same && one.GetHashCode() == same.GetHashCode());
        Assert.True((LoyaltyMetadataValue)"1" != 1);
        Assert.Equal(LoyaltyMetadataValue.Null, (string?)null);
    }

    [Fact]
    public void Newtonsoft_writes_and_reads_them()
    {
        var metadata = JsonSerializer.Deserialize<LoyaltyMetadata>(Json)!;

        var written = JsonConvert.SerializeObject(metadata);
        var read = JsonConvert.DeserializeObject<LoyaltyMetadata>(written)!;

        Assert.True(JToken.DeepEquals(JToken.Parse(Json), JToken.Parse(written)), written);
        Assert.Equal(metadata["list"], read["list"]);
        Assert.True(JToken.DeepEquals(JToken.Parse(Json), JToken.Parse(JsonConvert.SerializeObject(read))));
        var member = new LoyaltyMember { Id = "v_1", Metadata = new() { ["a"] = "b" } };
        Assert.Equal("b", JsonConvert.DeserializeObject<LoyaltyMember>(JsonConvert.SerializeObject(member))!.Metadata!["a"].AsString());
    }

    [Fact]
    public void The_interfaces_of_a_dictionary_show_plain_objects()
    {
        IDictionary<string, object?> metadata = new LoyaltyMetadata { ["a"] = "b", ["list"] = [1, "x"] };
        metadata["number"] = 5;
        metadata.Add("date", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        Assert.Equal(["b", "5", "2026-01-02T03:04:05Z"], new[] { "a", "number", "date" }.Select(name => $"{metadata[name]}"));
        Assert.Equal([1L, "x"], Assert.IsType<List<object?>>(metadata["list"]));
        Assert.True(metadata.Remove("a") && !metadata.ContainsKey("a"));
        Assert.Throws<ArgumentException>(() => metadata["odd"] = new System.Text.StringBuilder("no JSON"));
    }
}
