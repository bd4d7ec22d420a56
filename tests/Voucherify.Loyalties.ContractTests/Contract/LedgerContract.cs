using System.Globalization;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>Behavior that needs state, which stubs do not have: the sandbox over a socket and in memory.</summary>
public abstract class LedgerContract : ContractSuite
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_removal_takes_the_points_that_expire_soonest()
    {
        var (soon, later) = (WatchedClock.FirstDay.AddDays(5), WatchedClock.FirstDay.AddDays(9));
        var client = await StartAsync(new() { Cards = [Card() with { Points = [new(100), new(50, later), new(30, soon)] }] });

        Assert.Equal((180, soon, 30), await ShowAsync(client));
        await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = -40 }, cancellationToken: Stop);
        Assert.Equal((140, later, 40), await ShowAsync(client));
        await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = -40 }, cancellationToken: Stop);
        Assert.Equal((100, null, null), await ShowAsync(client));
    }

    [Fact]
    public async Task Points_last_through_their_expiration_day_and_expire_as_a_transaction()
    {
        var client = await StartAsync(new() { Cards = [Card() with { Points = [new(100), new(30, WatchedClock.FirstDay)] }] });

        Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal((130, WatchedClock.FirstDay, 30), await ShowAsync(client));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((100, null, null), await ShowAsync(client));

        var expiration = Assert.Single(await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop)));
        Assert.Equal((LoyaltyTransactionType.PointsExpiration, -30L), (expiration.Type, expiration.Details!.Balance!.Points));
        Assert.Empty(expiration.SourceId);
    }

    [Fact]
    public async Task An_adjustment_becomes_visible_some_time_after_its_response()
    {
        var client = await StartAsync(new() { Cards = [Card(200)], ApplyLag = Lag });

        AssertBalance(100, 300, await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop));

        Assert.Equal(200, (await ShowAsync(client)).Balance);
        Assert.Empty(await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop)));
        Clock.Advance(Lag);
        Assert.Equal(300, (await ShowAsync(client)).Balance);
        Assert.Single(await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop)));
    }

    [Fact]
    public async Task Concurrent_adjustments_are_all_applied()
    {
        var client = await StartAsync(new() { Cards = [Card()] });

        var results = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 2 }, cancellationToken: Stop)));

        Assert.Equal(100, (await ShowAsync(client)).Balance);
        var all = await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop));
        Assert.Equal(
            results.Select(static result => result.SourceId).Order(StringComparer.Ordinal),
            all.Select(static transaction => transaction.SourceId).Order(StringComparer.Ordinal));
        Assert.Equal(50, all.DistinctBy(static transaction => transaction.SourceId).Count());
    }

    [Fact]
    public async Task Concurrent_callers_without_a_token_share_one_token_request()
    {
        var client = await StartAsync(
            new() { Cards = [Card()], RateLimit = 21 },
            static options =>
                options.Credentials = LoyaltyCredentials.OAuth(LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken));

        // The limit allows exactly one token and twenty adjustments.
        await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 1 }, cancellationToken: Stop)));

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(20, (await ShowAsync(client)).Balance);
    }

    [Fact]
    public async Task A_list_that_grows_while_it_is_read_shows_each_old_item_once()
    {
        var client = await StartAsync(new() { Cards = [Card()], History = [.. Enumerable.Repeat(1L, 12)] });
        List<string?> seen = [];

        var transactions = client.V1.Transactions.ListMemberTransactionsAsync(Code, new() { Limit = 5 }, cancellationToken: Stop);
        await foreach (var transaction in transactions)
        {
            seen.Add(transaction.SourceId);
            await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 1 }, cancellationToken: Stop);
        }

        Assert.Equal(
            Enumerable.Range(1, 12).Reverse().Select(static number => string.Create(CultureInfo.InvariantCulture, $"history-{number}")),
            seen);
    }

    [Fact]
    public async Task Oldest_first_is_the_reverse_of_newest_first()
    {
        var client = await StartAsync(new() { Cards = [Card()], History = [1, 2, 3, 4, 5, 6, 7] });

        var oldest = await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(
            Code, new() { Order = TransactionOrder.Id, Limit = 2 }, cancellationToken: Stop));
        var newest = await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(
            Code, new() { Order = TransactionOrder.IdDescending }, cancellationToken: Stop));

        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L, 7L], oldest.Select(static transaction => transaction.Details!.Balance!.Points!.Value));
        Assert.Equal(newest.AsEnumerable().Reverse(), oldest);
    }

    [Fact]
    public async Task Transactions_can_be_filtered_by_id()
    {
        var client = await StartAsync(new() { Cards = [Card()], History = [1, 2, 3, 4] });
        var all = await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, cancellationToken: Stop));
        var (newest, oldest) = (all[0].Id!, all[^1].Id!);

        Assert.Equal([newest, oldest], await ChooseAsync(new() { Id = new() { In = [oldest, newest] } }));
        Assert.Equal([all[1].Id, all[2].Id], await ChooseAsync(new() { Id = new() { NotIn = [oldest, newest] } }));
        Assert.Equal([oldest], await ChooseAsync(new() { Id = new() { Is = oldest } }));
        Assert.Equal([newest, oldest], await ChooseAsync(new()
        {
            Id = new() { Is = oldest },
            CreatedAt = new() { After = all[1].CreatedAt },
            Junction = Junction.Or,
        }));
        Assert.Empty(await ChooseAsync(
            new() { Id = new() { Is = oldest }, CreatedAt = new() { After = all[1].CreatedAt }, Junction = Junction.And }));

        async Task<IEnumerable<string?>> ChooseAsync(TransactionFilters filters) =>
            (await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(Code, new() { Filters = filters }, cancellationToken: Stop)))
            .Select(static transaction => transaction.Id);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("100%")]
    [InlineData("%2F")]
    [InlineData("a+b c")]
    [InlineData("zażółć 🎁")]
    [InlineData(@"a\b")]
    [InlineData("..x")]
    [InlineData("a?b#c")]
    public async Task A_card_whose_code_needs_escaping_is_found(string code)
    {
        var client = await StartAsync(new() { Cards = [new() { Code = code, Points = [new(10)] }] });

        var result = await client.V1.Members.AdjustBalanceAsync(code, new() { Points = 5 }, Campaign, cancellationToken: Stop);
        var member = await client.V1.Members.GetMemberAsync(code, cancellationToken: Stop);

        Assert.Equal(15, result.Balance);
        Assert.Equal((code, 15), (member.Code, member.LoyaltyCard!.Balance));
        Assert.Single(await AllAsync(client.V1.Transactions.ListMemberTransactionsAsync(code, cancellationToken: Stop)));
    }

    private async Task<(long? Balance, DateOnly? NextExpiration, long? NextPoints)> ShowAsync(LoyaltyClient client)
    {
        var card = (await client.V1.Members.GetMemberAsync(Code, cancellationToken: Stop)).LoyaltyCard!;
        return (card.Balance, card.NextExpirationDate, card.NextExpirationPoints);
    }
}
