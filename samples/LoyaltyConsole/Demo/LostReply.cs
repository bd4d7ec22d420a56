using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Demo;

/// <summary>An adjustment whose response is lost. The client finds it, and the same call, made again, sends nothing.</summary>
internal sealed class LostReply(IAnsiConsole console, LoyaltyClient client, LoyaltySandbox sandbox)
{
    private readonly DemoStep _step = DemoProgram.Order;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        sandbox.Faults.Next(SandboxFault.LoseResponse);
        var before = Calls();
        var first = await AdjustAsync(cancellationToken);
        var after = Calls();
        console.MarkupLine($"{StepLine.Of(_step)}  balance [bold]{Format.Points(first.Balance),5}[/]");
        console.MarkupLine(first.Recovered
            ? $"The sandbox applied the points, and its response was lost. The client found them: {Difference(before, after)}."
            : "[red]The client did not find the points whose response was lost.[/]");

        await AdjustAsync(cancellationToken);
        console.MarkupLine($"The shop makes the same call again: {Difference(after, Calls())}.");
        var effects = sandbox.Journal.Count(entry => entry.SourceId == _step.Request.SourceId);
        var color = effects == 1 ? "green" : "red";
        console.MarkupLine($"[{color}]Effects of {SafeText.Markup(_step.Request.SourceId)} in the sandbox's journal: {effects}.[/]");
    }

    private Task<BalanceResult> AdjustAsync(CancellationToken cancellationToken) =>
        client.V1.Members.AdjustBalanceOnceAsync(_step.Card, _step.Request, cancellationToken: cancellationToken);

    private (int Posts, int Gets) Calls() => (Calls("POST "), Calls("GET "));

    private int Calls(string method) => sandbox.Requests
        .Where(request => request.Key.StartsWith(method, StringComparison.Ordinal))
        .Sum(static request => request.Value);

    private static string Difference((int Posts, int Gets) before, (int Posts, int Gets) after) =>
        (after.Posts - before.Posts, after.Gets - before.Gets) switch
        {
            (0, 0) => "no request",
            var (posts, gets) => $"{posts} POST, {gets} GET",
        };
}
