using Voucherify.Loyalties.Pagination;

namespace Voucherify.Loyalties.Tests.Pagination;

public sealed class CursorPagingTests
{
    private readonly List<string?> _cursors = [];

    [Fact]
    public async Task A_cursor_list_ends_when_the_service_reports_no_more_pages()
    {
        var items = await List(new(["a", "b"], true, "b"), new(["c"], false, "c"));

        Assert.Equal(["a", "b", "c"], items);
        Assert.Equal([null, "b"], _cursors);
    }

    [Fact]
    public async Task A_cursor_page_is_fetched_only_when_its_first_item_is_read()
    {
        var list = Enumerate(
            null,
            TestContext.Current.CancellationToken,
            new(["a"], true, "a"),
            new(["b"], true, "b")).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Empty(_cursors);

        await list.MoveNextAsync();
        Assert.Single(_cursors);
        await list.DisposeAsync();
    }

    [Fact]
    public async Task The_last_id_is_the_cursor_if_the_service_gives_none()
    {
        await List(new(["a", "b"], true, null), new([], false, null));

        Assert.Equal([null, "b"], _cursors);
    }

    [Fact]
    public async Task A_cursor_is_followed_if_has_more_is_missing()
    {
        await List(new(["a"], null, "x"), new([], null, null));

        Assert.Equal([null, "x"], _cursors);
    }

    [Fact]
    public async Task A_short_page_without_paging_information_is_the_last()
    {
        await List(Page(["a"], null, null));

        Assert.Single(_cursors);
    }

    [Fact]
    public async Task A_full_page_without_paging_information_is_followed()
    {
        await List(new(["a", "b"], null, null), new([], null, null));

        Assert.Equal([null, "b"], _cursors);
    }

    [Fact]
    public async Task A_repeated_cursor_fails_the_list()
    {
        var error = await Assert.ThrowsAsync<LoyaltyException>(() => List(new(["a"], true, "a"), new(["a"], true, "a")));

        Assert.Equal("The list is incomplete: more items follow, but the service sent no cursor to continue from.", error.Message);
        Assert.Equal([null, "a"], _cursors);
    }

    [Theory]
    [InlineData(null, "B,A,B", 3)]
    [InlineData(null, "A,B,C,D,B", 5)]
    [InlineData("S", "A,B,S", 3)]
    public async Task Cursors_that_go_round_in_a_circle_fail_the_list(string? start, string cursors, int fetched)
    {
        var pages = cursors.Split(',').Select(static next => Page(["a"], true, next)).ToArray();

        var error = await Assert.ThrowsAsync<LoyaltyException>(async () =>
        {
            await foreach (var _ in Enumerate(start, TestContext.Current.CancellationToken, pages))
            {
            }
        });

        Assert.Equal(
            "The list is incomplete: it goes round in a circle, because the service sent a cursor for the second time.", error.Message);
        Assert.Equal(fetched, _cursors.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public async Task A_cursor_list_that_continues_without_a_cursor_fails(bool? hasMore)
    {
        await Assert.ThrowsAsync<LoyaltyException>(() => List(Page(["", ""], hasMore, null)));

        Assert.Single(_cursors);
    }

    [Fact]
    public async Task An_empty_cursor_page_ends_the_list_unless_has_more_is_true()
    {
        await List(Page([], null, "x"));
        await List(Page(null, null, "x"));
        Assert.Equal([null, null], _cursors);

        Assert.Equal(["a"], await List(Page([], true, "x"), Page(["a"], false, null)));
        Assert.Equal([null, null, null, "x"], _cursors);
        await Assert.ThrowsAsync<LoyaltyException>(() => List(Page(null, true, null)));
    }

    [Fact]
    public async Task A_cursor_list_can_be_resumed_from_a_cursor()
    {
        await foreach (var _ in Enumerate("z", TestContext.Current.CancellationToken, Page([], false, null)))
        {
        }

        Assert.Equal(["z"], _cursors);
    }

    [Fact]
    public async Task Cancelling_a_cursor_list_stops_it_between_two_items()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Enumerate(null, source.Token, Page(["a", "b"], false, null)))
            {
                await source.CancelAsync();
            }
        });
    }

    private static CursorPage<string> Page(IReadOnlyList<string>? items, bool? hasMore, string? next) => new(items, hasMore, next);

    private async Task<List<string>> List(params CursorPage<string>[] pages)
    {
        var items = new List<string>();
        await foreach (var item in Enumerate(null, TestContext.Current.CancellationToken, pages))
        {
            items.Add(item);
        }

        return items;
    }

    private IAsyncEnumerable<string> Enumerate(string? start, CancellationToken cancellationToken, params CursorPage<string>[] pages)
    {
        var next = 0;
        return CursorPaging.EnumerateAsync(
            (cursor, _) =>
            {
                _cursors.Add(cursor);
                return Task.FromResult(pages[next++]);
            },
            static item => item.Length > 0 ? item : null,
            start,
            pageSize: 2,
            cancellationToken);
    }
}
