using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs.Costs;

/// <summary>What the page of a shop hears after a click, with the default options.</summary>
internal static class ShopPage
{
    public static readonly string[] Header =
    [
        "the first click", "it hears", "a second click at once hears", "another order for the card at once hears",
        "`WaitForOutcomeAsync` says", "a click after that hears",
    ];

    public static async Task<string[]> RowAsync(Mishap mishap) =>
    [
        .. await ClickAsync(mishap, static rig => AddAsync(rig, "order-1")),
        (await ClickAsync(mishap, static rig => AddAsync(rig, "order-2")))[^1],
        .. await WaitAsync(mishap),
    ];

    private static async Task<string[]> ClickAsync(Mishap mishap, Func<SandboxRig, Task> next)
    {
        using var rig = DefaultRig.New();
        var (first, _) = await ClickAsync(rig, mishap);
        var (second, _) = await MeasureAsync(rig, next);
        return [first, second];
    }

    private static async Task<string[]> WaitAsync(Mishap mishap)
    {
        using var rig = DefaultRig.New();
        var (_, error) = await ClickAsync(rig, mishap);
        if (error is null)
        {
            return ["", ""];
        }

        var (said, _) = await MeasureAsync(rig, _ => error is LoyaltyOutcomeUnknownException unknown
            ? unknown.WaitForOutcomeAsync()
            : ((LoyaltyOperationCanceledException)error).WaitForOutcomeAsync());
        var (last, _) = await MeasureAsync(rig, static rig => AddAsync(rig, "order-1"));
        rig.Clock.Advance(DefaultRig.ApplyLag);
        Assert.Equal(["order-1:100"], rig.Effects);
        return [said, last];
    }

    private static async Task<(string Cell, Exception? Error)> ClickAsync(SandboxRig rig, Mishap mishap)
    {
        if (mishap.Fault is { } fault)
        {
            rig.Sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
            rig.Sandbox.Faults.Next(fault);
        }

        using var leaving = new CancellationTokenSource();
        return await MeasureAsync(rig, one =>
        {
            var call = AddAsync(one, "order-1", leaving.Token);
            if (mishap.CancelsAfter is { } after)
            {
                one.Clock.Advance(after);
                leaving.Cancel();
            }

            return call;
        });
    }

    private static Task<BalanceResult> AddAsync(SandboxRig rig, string sourceId, CancellationToken cancellationToken = default) =>
        rig.Client.V1.Members.AddPointsAsync(SandboxRig.Card, 100, sourceId, cancellationToken: cancellationToken);

    private static async Task<(string Cell, Exception? Error)> MeasureAsync(SandboxRig rig, Func<SandboxRig, Task> act)
    {
        var began = rig.Clock.GetUtcNow();
        var before = rig.Posts + rig.Lookups;
        var call = act(rig);
        var error = await Record.ExceptionAsync(() => rig.Run(call));
        var seconds = (rig.Clock.GetUtcNow() - began).TotalSeconds;
        var calls = rig.Posts + rig.Lookups - before;
        var heard = Describe(call, error);
        return (string.Create(CultureInfo.InvariantCulture, $"{heard}; {seconds:0.##} s, {Calls(calls)}"), error);
    }

    private static string Calls(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} call{(number == 1 ? "" : "s")}");

    private static string Describe(Task call, Exception? error) => (call, error) switch
    {
        (Task<WriteOutcome> { IsCompletedSuccessfully: true } told, _) => told.Result.Kind switch
        {
            WriteOutcomeKind.Applied => "applied",
            WriteOutcomeKind.NotApplied => "not applied",
            _ => "still unknown",
        },
        (_, null) => "credited",
        (_, LoyaltyOutcomeUnknownException) => "unknown",
        (_, LoyaltyOperationCanceledException) => "cancelled",
        (_, LoyaltyTimeoutException) => "busy, nothing sent",
        _ => throw new InvalidOperationException("No cell describes this error.", error),
    };
}
