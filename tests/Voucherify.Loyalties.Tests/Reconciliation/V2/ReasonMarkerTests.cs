using Voucherify.Loyalties.Reconciliation;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

public sealed class ReasonMarkerTests
{
    private static readonly string Long = new('a', 65);

    public static TheoryData<string, bool> Ids { get; } = new()
    {
        { "order-1001", true },
        { "a", true },
        { "A.b_c:d-9", true },
        { new string('a', 64), true },
        { Long, false },
        { "-order", false },
        { "anna@example.com", false },
        { "order 1", false },
        { "größe", false },
    };

    [Theory, MemberData(nameof(Ids))]
    public void A_marker_shows_a_plain_id_and_hashes_every_other_one(string id, bool isPlain)
    {
        var marker = ReasonMarker.Of(id, MarkerContent.SourceId);

        Assert.Equal(isPlain, marker == $"[#{id}]");
        Assert.InRange(marker.Length, 3, 67);
        Assert.Equal(marker, ReasonMarker.Find(ReasonMarker.Append("Thank you!", marker)));
        Assert.Equal(marker, ReasonMarker.Find($"  {marker}  "));
    }

    [Fact]
    public void A_hash_is_the_beginning_of_SHA_256_in_base_32()
    {
        // Other clients and languages must find the same marker.
        Assert.Equal("[#~q9w1dfwf077ymga183f5vbh24e]", ReasonMarker.Of("abc", MarkerContent.Hash));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Gift")]
    [InlineData("Gift [#order-1")]
    [InlineData("Gift [#order-1] and more")]
    [InlineData("Gift [#]")]
    [InlineData("Gift [#order 1]")]
    [InlineData("Gift [#~abc]")]
    [InlineData("Gift [#~BA7816BF8F01CFEA414140DE5D]")]
    [InlineData("Gift order-1]")]
    public void A_reason_without_a_well_formed_marker_at_its_end_has_none(string? reason) => Assert.Null(ReasonMarker.Find(reason));

    [Fact]
    public void The_last_marker_counts() => Assert.Equal("[#b]", ReasonMarker.Find("Gift [#a] [#b]"));
}
