using Voucherify.Loyalties.Pagination;

namespace Voucherify.Loyalties.Tests.Pagination;

public sealed class NumberedPagingTests
{
    private readonly List<int> _numbers = [];

    [Fact]
    public async Task A_short_numbered_page_is_the_last()
    {
        Assert.Equal(["a", "b", "c"], await List(1, 100, ["a", "b"], ["c"]));
        Assert.Equal([1, 2], _numbers);
    }

    [Fact]
    public async Task An_empty_or_missing_numbered_page_is_the_last()
    {
        Assert.Equal(["a", "b"], await List(1, 100, ["a", "b"], null));
        Assert.Equal([1, 2], _numbers);
    }

    [Fact]
    public async Task A_numbered_list_can_be_resumed_from_a_page()
    {
        await List(7, 100, ["a"]);

        Assert.Equal([7], _numbers);
    }

    [Fact]
    public async Task A_numbered_list_that_exceeds_the_last_page_fails()
    {
        var error = await Assert.ThrowsAsync<LoyaltyException>(() => List(99, 100, ["a", "b"], ["c", "d"]));

        Assert.Contains("100", error.Message, StringComparison.Ordinal);
        Assert.Equal([99, 100], _numbers);
    }

    private async Task<List<string>> List(int start, int lastPage, params IReadOnlyList<string>?[] pages)
    {
        var items = new List<string>();
        var list = NumberedPaging.EnumerateAsync(
            (number, _) =>
            {
                _numbers.Add(number);
                return Task.FromResult(pages[number - start]);
            },
            start,
            lastPage,
            pageSize: 2,
            TestContext.Current.CancellationToken);
        await foreach (var item in list)
        {
            items.Add(item);
        }

        return items;
    }
}
