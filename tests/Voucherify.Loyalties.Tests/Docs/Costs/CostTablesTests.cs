namespace Voucherify.Loyalties.Tests.Docs.Costs;

/// <summary>The tables of docs/costs.md are what the command prints.</summary>
public sealed class CostTablesTests
{
    /// <summary>A command rather than a test: it runs only on request, and prints to the console.</summary>
    [Fact(Explicit = true)]
    public async Task Print() => Console.WriteLine($"{await CostTables.CallsAsync()}\n\n{await CostTables.ClicksAsync()}");

    [Fact]
    public async Task The_page_has_the_calls_that_an_adjustment_costs() =>
        Assert.Contains(await CostTables.CallsAsync(), new Page("docs/costs.md").Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_page_has_what_the_page_of_a_shop_hears() =>
        Assert.Contains(await CostTables.ClicksAsync(), new Page("docs/costs.md").Text, StringComparison.Ordinal);
}
