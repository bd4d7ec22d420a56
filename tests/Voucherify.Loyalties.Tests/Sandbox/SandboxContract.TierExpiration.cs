using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string ThirtyDays =
        ""","expiration":{"type":"FIXED_DURATION","fixed_duration":{"period":{"value":30,"unit":"DAY"} } }""";

    // From noon of the 15th of May to the beginning of the 14th of June.
    private static readonly TimeSpan UntilItEnds = TimeSpan.FromDays(29.5);

    [Theory]
    [InlineData("MULTI_LEVEL", "Bronze", "DOWNGRADED")]
    [InlineData("SINGLE_LEVEL", "Silver", "DOWNGRADED")]
    [InlineData("NO_DOWNGRADE", "Gold", "EXPIRATION_CHANGED")]
    public async Task A_tier_is_kept_for_its_fixed_duration(string downgrade, string after, string type)
    {
        var (_, client, member) = await StartWithTiersAsync(downgrade, more: ThirtyDays);
        await AdjustCardAsync(client, member, 500);
        await AdjustCardAsync(client, member, -490);
        Assert.Equal("2024-06-13T23:59:59.999Z", (string?)(await ProgressAsync(client, member))["current"]!["expires_at"]);

        Time.Advance(UntilItEnds - TimeSpan.FromTicks(1));
        Assert.Equal("Gold", await TierOfAsync(client, member));
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(after, await TierOfAsync(client, member));

        var row = (await GetAsync(client, PathOf(member) + "/tiers/transactions")).Data[0];
        Assert.Equal((type, 10), ((string?)row["type"], (int)row["details"]!["points"]!));
        Assert.Equal(
            """{"type":"daily_task_operations","card_transaction_ids":[]}""", row["details"]!["origin"]!.ToJsonString());
        Assert.Equal("2024-07-13T23:59:59.999Z", (string?)row["details"]!["expires_at"]);
    }

    [Fact]
    public async Task A_tier_whose_points_suffice_begins_anew_when_it_ends()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("MULTI_LEVEL", more: ThirtyDays);
        await AdjustCardAsync(client, member, 120);

        Time.Advance(UntilItEnds);

        var rows = (await Sdk(sandbox).V2.Members.ListMemberTierTransactionsPageAsync(member.ProgramId, member.Id, Stop)).Items!;
        Assert.Equal(
            [TierTransactionType.ExpirationChanged, TierTransactionType.Upgraded, TierTransactionType.Joined],
            rows.Select(static row => row.Type?.Value));
        Assert.Equal((rows[1].TierId, null, null), (rows[0].TierId, rows[0].Details!.TierFrom, rows[0].Details!.TierTo));
        Assert.Null(UnreadableMembers.Of(rows[0]));
        var current = (await ProgressAsync(client, member))["current"]!;
        Assert.Equal(
            ("2024-05-15T12:00:00.000Z", "2024-07-13T23:59:59.999Z"),
            ((string?)current["start_at"], (string?)current["expires_at"]));
    }

    [Fact]
    public async Task A_better_tier_has_a_duration_of_its_own()
    {
        var (_, client, member) = await StartWithTiersAsync("MULTI_LEVEL", more: ThirtyDays);
        await AdjustCardAsync(client, member, 120);
        Time.Advance(TimeSpan.FromDays(10));

        await AdjustCardAsync(client, member, 400);

        var current = (await ProgressAsync(client, member))["current"]!;
        Assert.Equal(("Gold", "2024-06-23T23:59:59.999Z"), ((string?)current["tier"]!["name"], (string?)current["expires_at"]));
        Time.Advance(UntilItEnds - TimeSpan.FromDays(10));
        Assert.Equal(3, (await GetAsync(client, PathOf(member) + "/tiers/transactions")).Data.Count);
    }

    [Fact]
    public async Task Without_retention_a_tier_ends_on_the_day_on_which_earned_points_no_longer_count()
    {
        var (_, client, member) = await StartWithTiersAsync("MULTI_LEVEL", "POINT_EARNED", ""","expiration":{"type":"NO_RETENTION"}""");
        await PayAsync(client);

        Time.Advance(UntilItEnds - TimeSpan.FromTicks(1));
        Assert.Equal("Silver", await TierOfAsync(client, member));
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("Bronze", await TierOfAsync(client, member));

        var row = (await GetAsync(client, PathOf(member) + "/tiers/transactions")).Data[0];
        Assert.Equal(
            ("DOWNGRADED", "daily_task_operations", null),
            ((string?)row["type"], (string?)row["details"]!["origin"]!["type"], (string?)row["details"]!["expires_at"]));
    }

    [Theory]
    [InlineData("""{"type":"CALENDAR_EXPIRATION","calendar_expiration":{"calendar_dates":[{"day":1,"month":6}]} }""")]
    [InlineData("""{"type":"SLIDING_EXPIRATION","sliding_expiration":{"earning_activity":true,"period":{"value":1,"unit":"DAY"} } }""")]
    public async Task Other_expirations_of_tiers_are_stored_and_ignored(string expiration)
    {
        var (_, client, member) = await StartWithTiersAsync("MULTI_LEVEL", more: $$""","expiration":{{expiration}}""");
        await AdjustCardAsync(client, member, 500);

        await AdjustCardAsync(client, member, -490);

        Assert.Equal("Bronze", await TierOfAsync(client, member));
        Assert.Null((await ProgressAsync(client, member))["current"]!["expires_at"]);
        var id = (await GetAsync(client, $"{Programs}/{member.ProgramId}/tier-structures")).Data[0]["tier_structure_id"];
        var structure = (await GetAsync(client, $"v2/loyalties/tier-structures/{id}")).Json;
        Assert.StartsWith(expiration[..20], structure["expiration"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_duration_needs_its_period()
    {
        var (_, client) = await StartAsync();

        var response = await PostAsync(
            client,
            "v2/loyalties/tier-structures",
            """
            {"name":"Tiers","type":"POINT_BALANCE","point_balance":{"card_definition_id":"lcdef_0"},
             "expiration":{"type":"FIXED_DURATION"} }
            """);

        Assert.Equal("400 invalid_payload", KeyOf(response));
    }
}
