using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs.Costs;

/// <summary>How many calls an adjustment costs until it is settled, when a share of all requests fails.</summary>
internal static class CallsPerAdjustment
{
    public static readonly string[] Header = ["first call", "of all requests fail", "0 %", "0.1 %", "1 %", "5 %"];

    public static readonly (string Call, bool SendOnce)[] Calls = [("`AdjustBalanceAsync`", false), ("`AddPointsAsync`", true)];

    public static readonly (string Name, SandboxFault[] Faults)[] Faults =
    [
        ("lost replies", [SandboxFault.LoseResponse]),
        ("lost requests", [SandboxFault.LoseRequest]),
        ("service errors, half of them after the effect", [SandboxFault.ServerErrorBefore, SandboxFault.ServerErrorAfter]),
    ];

    // The lower the rate, the more adjustments it takes to meet some faults.
    private static readonly (double Rate, int Adjustments)[] Runs = [(0, 100), (0.001, 10_000), (0.01, 4_000), (0.05, 2_000)];

    public static async Task<string[]> RowAsync(bool sendOnce, SandboxFault[] faults)
    {
        var cells = new List<string>();
        foreach (var (rate, adjustments) in Runs)
        {
            var calls = await MeasureAsync(sendOnce, faults, rate, adjustments);
            cells.Add((calls / (double)adjustments).ToString("0.00", CultureInfo.InvariantCulture));
        }

        return [.. cells];
    }

    private static async Task<int> MeasureAsync(bool sendOnce, SandboxFault[] faults, double rate, int adjustments)
    {
        using var rig = DefaultRig.New();
        foreach (var fault in faults)
        {
            rig.Sandbox.Faults[fault] = rate / faults.Length;
        }

        for (var i = 0; i < adjustments; i++)
        {
            var card = string.Create(CultureInfo.InvariantCulture, $"CARD-{i}");
            rig.Sandbox.V1.AddCard(card, points: 1000);
            await SettleAsync(rig, card, sendOnce);
        }

        rig.Clock.Advance(DefaultRig.ApplyLag);
        Assert.Equal(adjustments, rig.Sandbox.Journal.Select(static entry => entry.CardCode).Distinct().Count());
        Assert.Equal(adjustments, rig.Sandbox.Journal.Count);
        return rig.Posts + rig.Lookups;
    }

    // As the pages recommend: wait for an unknown outcome, and then make the call that credits once.
    private static async Task SettleAsync(SandboxRig rig, string card, bool sendOnce)
    {
        var members = rig.Client.V1.Members;
        while (true)
        {
            try
            {
                await rig.Run(sendOnce
                    ? members.AddPointsAsync(card, 100, "order-1")
                    : members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = 100, SourceId = "order-1" }));
                return;
            }
            catch (LoyaltyOutcomeUnknownException unknown)
            {
                var outcome = await rig.Run(unknown.WaitForOutcomeAsync());
                if (outcome.Kind == WriteOutcomeKind.Applied)
                {
                    return;
                }
            }

            sendOnce = true;
        }
    }
}
