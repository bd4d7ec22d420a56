using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task Within_the_list_lag_the_balance_has_moved_and_the_transaction_is_not_listed()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10, options: OptionsWithListLag());
        await AdjustAsync(client, 5, "order-1");

        Time.Advance(TimeSpan.FromSeconds(4) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(15, sandbox.V1.GetCard("CARD").Balance);
        Assert.Single(sandbox.Journal);
        Assert.Empty((await TransactionsAsync(client)).Data);
        Assert.Empty((await GetAsync(client, $"v1/loyalties/{Uri.EscapeDataString(Campaign)}/transactions")).Data);
        Assert.DoesNotContain("order-1", await ExportAsync(client), StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("2024-05-15T12:00:01.000Z", (string?)Assert.Single((await TransactionsAsync(client)).Data)["created_at"]);
        Assert.Single((await GetAsync(client, $"v1/loyalties/{Uri.EscapeDataString(Campaign)}/transactions")).Data);
        Assert.Contains("order-1", await ExportAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extra_list_lag_lists_a_later_transaction_first()
    {
        var (sandbox, client) = await StartWithCardAsync(options: OptionsWithListLag());
        sandbox.Faults = new SandboxFaults { MinExtraListLag = TimeSpan.FromSeconds(2), MaxExtraListLag = TimeSpan.FromSeconds(2) };
        sandbox.Faults.Next(SandboxFault.ExtraListLag);

        await TransactionsAsync(client);
        await AdjustAsync(client, 5, "first");
        await AdjustAsync(client, 7, "second");

        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["first", "second"], sandbox.Journal.Select(static entry => entry.SourceId));
        Assert.Equal(["second"], await SourceIdsAsync(client));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["second", "first"], await SourceIdsAsync(client));
        Assert.Equal(1, sandbox.Faults.Counts[SandboxFault.ExtraListLag]);
    }

    private LoyaltySandboxOptions OptionsWithListLag() => new()
    {
        TimeProvider = Time,
        ApplyLag = TimeSpan.FromSeconds(1),
        ListLag = TimeSpan.FromSeconds(3),
        JobTime = TimeSpan.Zero,
    };

    private static async Task<string> ExportAsync(HttpClient client)
    {
        var ordered = (await PostAsync(client, "v1/loyalties/members/CARD/transactions/export", "{}")).Json;
        var done = (await GetAsync(client, $"v1/exports/{(string?)ordered["id"]}")).Json;
        return (await GetAsync(client, (string)done["result"]!["url"]!)).Body;
    }
}
