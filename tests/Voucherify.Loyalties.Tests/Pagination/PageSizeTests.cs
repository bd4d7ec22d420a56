using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Pagination;

/// <summary>The size of the pages of an enumeration.</summary>
public sealed class PageSizeTests
{
    public static TheoryData<ListMembersQuery?, string> Numbered { get; } = new()
    {
        { null, "limit=100&page=1" },
        { new() { Limit = 7 }, "limit=7&page=1" },
        { new() { Page = 3 }, "limit=10&page=3" },
        { new() { Page = 3, Limit = 7 }, "limit=7&page=3" },
    };

    [Theory, MemberData(nameof(Numbered))]
    public async Task Numbered_pages_have_the_maximum_size_by_default(ListMembersQuery? query, string sent)
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await test.Client.V1.Members.ListMembersAsync("c", query).ToListAsync();

        Assert.Equal(sent, Sorted(test));
    }

    [Theory]
    [InlineData(null, "limit=100")]
    [InlineData(7, "limit=7")]
    public async Task Cursor_pages_have_the_maximum_size_by_default(int? limit, string sent)
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await test.Client.V1.Transactions.ListMemberTransactionsAsync("CARD", new ListMemberTransactionsQuery { Limit = limit }).ToListAsync();

        Assert.Equal(sent, Sorted(test));
    }

    [Fact]
    public async Task A_single_page_has_the_default_size_of_the_service()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await test.Client.V1.Members.ListMembersPageAsync("c");

        Assert.Equal("", Assert.Single(test.Handler.Requests).Uri.Query);
    }

    private static string Sorted(ScriptedClient test) =>
        string.Join('&', Assert.Single(test.Handler.Requests).Uri.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));
}
