namespace Voucherify.Loyalties.Tests.Docs.Costs;

/// <summary>The tables of docs/costs.md, written as the page has them.</summary>
internal static class CostTables
{
    public static async Task<string> CallsAsync()
    {
        var rows = new List<string[]> { CallsPerAdjustment.Header };
        foreach (var (call, sendOnce) in CallsPerAdjustment.Calls)
        {
            foreach (var (fault, faults) in CallsPerAdjustment.Faults)
            {
                rows.Add([call, fault, .. await CallsPerAdjustment.RowAsync(sendOnce, faults)]);
            }
        }

        return Table(rows);
    }

    public static async Task<string> ClicksAsync()
    {
        var rows = new List<string[]> { ShopPage.Header };
        foreach (var mishap in Mishap.All)
        {
            rows.Add([mishap.Name, .. await ShopPage.RowAsync(mishap)]);
        }

        return Table(rows);
    }

    private static string Table(List<string[]> rows)
    {
        rows.Insert(1, Array.ConvertAll(rows[0], static _ => "---"));
        return string.Join('\n', rows.Select(static row => $"| {string.Join(" | ", row)} |"));
    }
}
