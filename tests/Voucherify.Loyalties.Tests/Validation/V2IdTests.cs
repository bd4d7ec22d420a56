using System.Text.Json;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Tests.Validation;

public sealed class V2IdTests
{
    [Fact]
    public async Task An_id_of_another_kind_is_refused_with_the_names_of_both_kinds_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<ArgumentException>(
            "programId", () => test.Client.V2.Members.GetMemberAsync("lmbr_1", "lmbr_1"));

        Assert.StartsWith(
            "The value begins with 'lmbr_': it is the id of a member, but the id of a program is expected.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public void Every_kind_of_id_refuses_the_ids_of_every_other_kind()
    {
        foreach (var kind in V2Ids.All)
        {
            var id = kind.Prefix + "0123456789abcdef";
            Assert.Equal(kind != V2Ids.ProgramId, IsRefused(() => IdCheck.Require(new ProgramId(id))));
            Assert.Equal(kind != V2Ids.MemberId, IsRefused(() => IdCheck.Require(new MemberId(id))));
            Assert.Equal(kind != V2Ids.CardId, IsRefused(() => IdCheck.Require(new CardId(id))));
            Assert.Equal(kind != PlatformIds.CustomerId, IsRefused(() => IdCheck.Require(new CustomerId(id))));
            Assert.Equal(kind != PlatformIds.OrderId, IsRefused(() => IdCheck.Require(new OrderId(id))));
        }

        Assert.Equal(V2Ids.All.Length, V2Ids.All.DistinctBy(static kind => kind.Prefix).Count());
        Assert.Equal(V2Ids.All.ToHashSet(), PlatformIds.All.ToHashSet());
    }

    [Fact]
    public void A_card_code_of_version_1_may_begin_like_an_id_of_a_customer()
    {
        Assert.DoesNotContain(PlatformIds.CustomerId, V1Ids.All);
        Assert.Equal("cust_1", IdCheck.Require(new Voucherify.Loyalties.V1.MemberId("cust_1")));
    }

    [Theory]
    [InlineData("lcard_1")]
    [InlineData("anything")]
    [InlineData("LCRD_1")]
    public void An_id_with_an_unknown_prefix_passes(string id) => Assert.Equal(id, IdCheck.Require(new CardId(id)));

    [Fact]
    public void Ids_of_version_2_are_parsed_compared_and_written_as_strings()
    {
        Assert.Equal("lcrd_1", CardId.Parse("lcrd_1").Value);
        Assert.False(CardId.TryParse(" ", null, out _));
        Assert.True(new CardId("lcrd_1").CompareTo("lcrd_2") < 0);
        Assert.Equal("\"lcrd_1\"", JsonSerializer.Serialize<CardId>("lcrd_1"));
        Assert.Equal(default, JsonSerializer.Deserialize<CardId>("null"));
    }

    private static bool IsRefused(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
