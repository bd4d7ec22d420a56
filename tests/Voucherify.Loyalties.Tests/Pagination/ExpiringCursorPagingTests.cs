using System.Net;
using Voucherify.Loyalties.Pagination;

namespace Voucherify.Loyalties.Tests.Pagination;

public sealed class ExpiringCursorPagingTests
{
    private readonly List<string?> _cursors = [];

    [Fact]
    public async Task Pages_are_followed_until_one_has_no_cursor()
    {
        Assert.Equal(["a", "b", "c"], await List(Page("2", "a", "b"), Page("3"), Page(null, "c")));

        Assert.Equal([null, "2", "3"], _cursors);
    }

    [Fact]
    public async Task A_page_is_fetched_only_when_its_first_item_is_read()
    {
        var list = Enumerate(null, Page("2", "a"), Page(null, "b")).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Empty(_cursors);

        await list.MoveNextAsync();
        Assert.Single(_cursors);
        await list.DisposeAsync();
    }

    [Fact]
    public async Task A_list_can_be_continued_from_a_cursor()
    {
        Assert.Equal(["a"], await Enumerate("9", Page(null, "a")).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["9"], _cursors);
    }

    [Theory]
    [InlineData(
        LoyaltyErrorKeys.InvalidOrExpiredCursor,
        "the cursor of the next page has expired, because its page was requested too late.")]
    [InlineData(LoyaltyErrorKeys.CursorAndQueryMismatch, "the service does not accept the cursor that it sent for the next page.")]
    [InlineData(LoyaltyErrorKeys.InvalidCursor, "the service does not accept the cursor that it sent for the next page.")]
    public async Task A_refused_cursor_ends_the_list_with_an_error_that_says_so(string key, string reason)
    {
        var refused = Refused(key);

        var error = await Assert.ThrowsAsync<LoyaltyException>(() => List(Page("2", "a"), refused));

        Assert.Equal($"The list is incomplete: {reason} Enumerate it again from its start.", error.Message);
        Assert.Same(refused, error.InnerException);
    }

    [Fact]
    public async Task A_refused_first_page_and_other_errors_are_thrown_as_they_are()
    {
        await Assert.ThrowsAsync<LoyaltyApiException>(() => List(Refused(LoyaltyErrorKeys.InvalidOrExpiredCursor)));
        await Assert.ThrowsAsync<LoyaltyApiException>(() => List(Page("2", "a"), Refused(LoyaltyErrorKeys.NotFound)));
    }

    [Theory]
    [InlineData(null, "B,A,B", 3)]
    [InlineData("S", "A,B,S", 3)]
    public async Task Cursors_that_go_round_in_a_circle_fail_the_list(string? start, string cursors, int fetched)
    {
        object[] pages = [.. cursors.Split(',').Select(static next => Page(next, "a"))];

        var error = await Assert.ThrowsAsync<LoyaltyException>(
            () => Enumerate(start, pages).ToListAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(
            "The list is incomplete: it goes round in a circle, because the service sent a cursor for the second time.", error.Message);
        Assert.Equal(fetched, _cursors.Count);
    }

    [Fact]
    public async Task A_page_without_a_list_is_not_taken_for_an_empty_one()
    {
        var error = await Assert.ThrowsAsync<LoyaltyException>(() => List(new Page<string>()));

        Assert.Equal("The list is incomplete: the service sent a page without a list.", error.Message);
    }

    [Fact]
    public async Task Cancelling_a_list_stops_it_between_two_items()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in ExpiringCursorPaging.EnumerateAsync(
                (_, _) => Task.FromResult(Page(null, "a", "b")), null, continuation: null, source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    private static Page<string> Page(string? next, params string[] items) => new() { Items = items, NextCursor = next };

    private static LoyaltyApiException Refused(string key) => new(HttpStatusCode.BadRequest, new ApiError { Key = key });

    private Task<List<string>> List(params object[] pages) =>
        Enumerate(null, pages).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    private IAsyncEnumerable<string> Enumerate(string? start, params object[] pages)
    {
        var next = 0;
        return ExpiringCursorPaging.EnumerateAsync(
            (cursor, _) =>
            {
                _cursors.Add(cursor);
                return pages[next++] is Page<string> page
                    ? Task.FromResult(page)
                    : Task.FromException<Page<string>>((Exception)pages[next - 1]);
            },
            start,
            continuation: null,
            TestContext.Current.CancellationToken);
    }
}
