using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Pagination;

/// <summary>Lists that outlive their cursors go on from the last item, with nothing lost and nothing twice.</summary>
public sealed class ContinuedListTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string, SandboxTimeFilter> Orders { get; } = new()
    {
        { "", SandboxTimeFilter.Exclusive },
        { "-created_at", SandboxTimeFilter.Exclusive },
        { "created_at", SandboxTimeFilter.Exclusive },
        { "", SandboxTimeFilter.Inclusive },
        { "created_at", SandboxTimeFilter.Inclusive },
    };

    [Theory, MemberData(nameof(Orders))]
    public async Task A_slow_reader_gets_each_item_once(string order, SandboxTimeFilter filter)
    {
        using var rig = Rig(filter);
        var created = await CreateAsync(rig, "a", "b", "b", "c", "d", "d", "e", "f");
        var query = new ListCardDefinitionsQuery
        {
            Limit = 3,
            Order = order.Length == 0 ? default(CardDefinitionOrder?) : new CardDefinitionOrder(order),
            Filters = new() { Name = new() { Contains = "Card" } },
        };

        var read = await ReadSlowlyAsync(rig, rig.Client.V2.CardDefinitions.ListCardDefinitionsAsync(query, Token));

        // The program of the rig has a card definition of its own.
        Assert.Equal(order == "created_at" ? created : Enumerable.Reverse(created), read.Where(created.Contains));
        Assert.Equal(read.Distinct(), read);
        Assert.True(rig.Reads > 3);
    }

    [Fact]
    public async Task Transactions_whose_cursors_never_work_are_read_to_their_end()
    {
        using var rig = Rig();
        for (var i = 0; i < 5; i++)
        {
            await rig.Run(rig.AdjustAsync($"order-{i}"));
        }

        rig.Sandbox.Faults.AppliesTo = SandboxFaultTargets.Reads;
        for (var i = 0; i < 20; i++)
        {
            rig.Sandbox.Faults.Next(SandboxFault.ExpireCursors);
        }

        var list = rig.Client.V2.Cards.ListCardTransactionsAsync(rig.Program, rig.Member.Id, rig.Card, new() { Limit = 2 }, Token);
        var read = await rig.Run(list.Select(static row => row.Details!.Reason!).ToListAsync(Token).AsTask());

        Assert.Equal(
            ["Gift [#order-4]", "Gift [#order-3]", "Gift [#order-2]", "Gift [#order-1]", "Gift [#order-0]"],
            read.Where(static reason => reason.StartsWith("Gift", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_service_that_understands_the_bound_otherwise_fails_the_list()
    {
        using var rig = Rig(SandboxTimeFilter.WholeDays);
        await CreateAsync(rig, "a", "b", "c");

        var error = await Assert.ThrowsAsync<LoyaltyException>(
            () => ReadSlowlyAsync(rig, rig.Client.V2.CardDefinitions.ListCardDefinitionsAsync(new() { Limit = 2 }, Token)));

        Assert.Contains("the place where it ended was not found again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_and_goes_in_the_meantime_changes_nothing_about_the_others()
    {
        using var rig = Rig();
        var created = await CreateAsync(rig, "a", "b", "c", "d", "e", "f");
        var read = new List<string>();
        await using var list = rig.Client.V2.CardDefinitions.ListCardDefinitionsAsync(new() { Limit = 2 }, Token).GetAsyncEnumerator(Token);
        while (await rig.Run(list.MoveNextAsync().AsTask()))
        {
            read.Add(list.Current.Id.Value);
            if (read.Count == 2)
            {
                rig.Clock.Advance(TimeSpan.FromMinutes(20));
                await CreateAsync(rig, "g");
                await rig.Run(rig.Client.V2.CardDefinitions.DeleteCardDefinitionAsync(created[^1], Token));
                await rig.Run(rig.Client.V2.CardDefinitions.DeleteCardDefinitionAsync(created[1], Token));
            }
        }

        Assert.Equal(Enumerable.Reverse(created).Where(id => id != created[1]), read.Where(created.Contains));
    }

    [Fact]
    public async Task A_place_that_is_gone_fails_the_list()
    {
        using var rig = Rig();
        var created = await CreateAsync(rig, "a", "b", "c", "d");
        var read = new List<string>();

        var error = await Assert.ThrowsAsync<LoyaltyException>(async () =>
        {
            await using var list =
                rig.Client.V2.CardDefinitions.ListCardDefinitionsAsync(new() { Limit = 2 }, Token).GetAsyncEnumerator(Token);
            while (await rig.Run(list.MoveNextAsync().AsTask()))
            {
                read.Add(list.Current.Id.Value);
                rig.Clock.Advance(TimeSpan.FromMinutes(20));
                if (read.Count == 2)
                {
                    await rig.Run(rig.Client.V2.CardDefinitions.DeleteCardDefinitionAsync(read[1], Token));
                }
            }
        });

        Assert.Contains("the place where it ended was not found again", error.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Reverse(created).Take(2), read);
    }

    [Fact]
    public async Task Conditions_in_days_fail_the_list_and_other_bounds_stay()
    {
        using var rig = Rig();
        var created = await CreateAsync(rig, "a", "b", "c", "d");
        var (cards, now) = (rig.Client.V2.CardDefinitions, rig.Clock.GetUtcNow());
        ListCardDefinitionsQuery Query(TimeConditions conditions, CardDefinitionOrder order) =>
            new() { Limit = 2, Order = order, Filters = new() { CreatedAt = conditions } };

        var error = await Assert.ThrowsAsync<LoyaltyException>(() => ReadSlowlyAsync(rig, cards.ListCardDefinitionsAsync(
            Query(new() { LessThanDaysAgo = 5 }, CardDefinitionOrder.CreatedAtDescending), Token)));
        var newest = await ReadSlowlyAsync(rig, cards.ListCardDefinitionsAsync(
            Query(new() { After = now - TimeSpan.FromSeconds(1) }, CardDefinitionOrder.CreatedAtDescending), Token));
        var oldest = await ReadSlowlyAsync(rig, cards.ListCardDefinitionsAsync(
            Query(new() { Before = now - TimeSpan.FromMilliseconds(100) }, CardDefinitionOrder.CreatedAt), Token));

        Assert.Contains("conditions in days", error.Message, StringComparison.Ordinal);
        Assert.Equal([created[3], created[2], created[1]], newest);
        Assert.Equal(created[..3], oldest.Where(created.Contains));
    }

    [Fact]
    public async Task A_list_in_another_order_or_with_alternatives_fails_as_before()
    {
        using var rig = Rig();
        await CreateAsync(rig, "a", "b", "c");
        var cards = rig.Client.V2.CardDefinitions;
        ListCardDefinitionsQuery[] queries =
        [
            new() { Limit = 2, Order = CardDefinitionOrder.Name },
            new()
            {
                Limit = 2,
                Filters = new()
                {
                    Junction = Junction.Or, Name = new() { Contains = "Card" }, Status = new() { Is = CardDefinitionStatus.Draft },
                },
            },
        ];

        foreach (var query in queries)
        {
            var error = await Assert.ThrowsAsync<LoyaltyException>(
                () => ReadSlowlyAsync(rig, cards.ListCardDefinitionsAsync(query, Token)));
            Assert.Contains("has expired", error.Message, StringComparison.Ordinal);
        }
    }

    private static CardRig Rig(SandboxTimeFilter filter = SandboxTimeFilter.Exclusive) =>
        new(service: new SandboxV2Options { TimeFilter = filter });

    private static async Task<string[]> CreateAsync(CardRig rig, params string[] names)
    {
        var ids = new List<string>();
        var last = names[0];
        foreach (var name in names)
        {
            // Those with one name are created at the same time.
            rig.Clock.Advance(name == last ? TimeSpan.Zero : TimeSpan.FromMilliseconds(400));
            last = name;
            var created = await rig.Run(rig.Client.V2.CardDefinitions.CreateCardDefinitionAsync(new() { Name = $"Card {name}" }, Token));
            ids.Add(created.Id.Value);
        }

        return [.. ids];
    }

    private static async Task<List<string>> ReadSlowlyAsync(CardRig rig, IAsyncEnumerable<CardDefinition> rows)
    {
        var read = new List<string>();
        await using var list = rows.GetAsyncEnumerator(Token);
        while (await rig.Run(list.MoveNextAsync().AsTask()))
        {
            read.Add(list.Current.Id.Value);
            rig.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        return read;
    }
}
