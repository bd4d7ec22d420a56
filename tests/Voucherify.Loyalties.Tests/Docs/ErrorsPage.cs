using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/errors.md, and what that page lists.</summary>
public sealed class ErrorsPage
{
    private static async Task<string> SpendAsync(LoyaltyClient client, string card)
    {
        #region snippet
        try
        {
            await client.V1.Members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = -200, SourceId = "reward-1" });
        }
        catch (LoyaltyApiException refused) when (refused.Key == LoyaltyErrorKeys.LoyaltyCardPointsExceeded)
        {
            return "The card has too few points.";
        }
        catch (LoyaltyRateLimitException limit)
        {
            return $"Busy. Try again in {limit.RetryAfter ?? TimeSpan.FromMinutes(1)}.";
        }
        #endregion

        return "Spent.";
    }

    [Theory]
    [InlineData(100, "The card has too few points.")]
    [InlineData(500, "Spent.")]
    public async Task A_key_decides(long points, string expected)
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA", points);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        Assert.Equal(expected, await SpendAsync(client, "ANNA"));
    }

    [Fact]
    public async Task A_limit_of_the_cycle_asks_for_no_wait()
    {
        var faults = new SandboxFaults();
        faults.Next(SandboxFault.ThrottleCycle);
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { Faults = faults });
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        Assert.StartsWith("Busy.", await SpendAsync(client, "ANNA"), StringComparison.Ordinal);
    }

    /// <summary>Each once in the tree, under its base, and once in the table.</summary>
    [Fact]
    public void Every_exception_is_on_the_page()
    {
        var text = new Page("docs/errors.md").Text;

        Assert.All(
            typeof(LoyaltyException).Assembly.GetExportedTypes().Where(static type => type.IsAssignableTo(typeof(Exception))),
            type =>
            {
                Assert.Matches($"(?m)^[│ ├└─]*{type.Name}( |$)", text);
                Assert.True(
                    type == typeof(LoyaltyException) || text.Contains($"| `{type.Name}` |", StringComparison.Ordinal),
                    $"{type.Name} is not in the table.");
            });
    }
}
