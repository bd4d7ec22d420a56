using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Validation;

public sealed class IdTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("%2e")]
    [InlineData("%2E%2e")]
    [InlineData(".%2e")]
    public async Task An_id_that_cannot_be_a_path_segment_is_refused_before_anything_is_sent(string? id)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));
        var request = new AdjustBalanceRequest { Points = 1 };

        var member = await Assert.ThrowsAnyAsync<ArgumentException>(() => test.Client.V1.Members.AdjustBalanceAsync(id!, request));
        var read = await Assert.ThrowsAnyAsync<ArgumentException>(() => test.Client.V1.Members.GetMemberAsync(id!));
        if (id is not null)
        {
            var campaign = await Assert.ThrowsAnyAsync<ArgumentException>(
                () => test.Client.V1.Members.AdjustBalanceAsync("CARD", request, id));
            Assert.Equal("campaignId", campaign.ParamName);
        }

        Assert.Equal("memberId", member.ParamName);
        Assert.Equal("memberId", read.ParamName);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task An_id_with_half_a_surrogate_pair_is_refused()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.MemberJson));

        await Assert.ThrowsAsync<ArgumentException>(() => test.Client.V1.Members.GetMemberAsync("CARD\ud83d"));

        Assert.Equal(0, test.Attempts);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("100%", "100%25")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a b", "a%20b")]
    [InlineData("ключ", "%D0%BA%D0%BB%D1%8E%D1%87")]
    [InlineData("\ud83c\udf81", "%F0%9F%8E%81")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("...", "...")]
    [InlineData("../x", "..%2Fx")]
    public async Task A_valid_id_is_exactly_one_path_segment(string id, string segment)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await test.Client.V1.Members.AdjustBalanceAsync(
            id, new AdjustBalanceRequest { Points = 100 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"https://api.voucherify.io/v1/loyalties/members/{segment}/balance", test.Handler.Requests.Single().Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://voucherify.example/prefix")]
    [InlineData("https://voucherify.example/prefix/")]
    public async Task A_dedicated_address_may_have_a_path(string address)
    {
        using var test = new ScriptedClient(client => client.WithAddress(new Uri(address)), Steps.Ok(Steps.MemberJson));

        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal("https://voucherify.example/prefix/v1/loyalties/members/CARD", test.Handler.Requests.Single().Uri.AbsoluteUri);
    }
}
