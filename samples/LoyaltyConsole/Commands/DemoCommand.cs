using LoyaltyConsole.Demo;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Commands;

/// <summary>The program without a command: a demo on a sandbox, from the first points to the list of transactions.</summary>
internal static class DemoCommand
{
    private const string Next = """
        dotnet run --project samples/LoyaltyConsole -- COMMAND

        tour     the whole life of a member, from joining to expired points
        chaos    2,000 adjustments while a third of all requests fail
        --help   everything else
        """;

    public static async Task<int> RunAsync(Shell shell, CancellationToken cancellationToken)
    {
        var console = shell.Out;
        await using var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: cancellationToken);
        DemoProgram.AddCards(sandbox);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions());

        console.MarkupLine(
            $"A Voucherify sandbox runs on [bold]{sandbox.BaseAddress.GetLeftPart(UriPartial.Authority)}[/] until this program ends.");
        console.MarkupLine("[dim]All calls below use the SDK and go to the sandbox, so nothing leaves this machine.[/]");

        WriteHeading(console, "Adjustments");
        await AdjustAsync(console, client, cancellationToken);
        WriteHeading(console, "A response is lost, and the points count once");
        await new LostReply(console, client, sandbox).PlayAsync(cancellationToken);
        WriteHeading(console, "A mistake: points that would have expired yesterday");
        await FailAsync(console, client, cancellationToken);
        WriteHeading(console, "A removal uses the points that expire soonest");
        await RemoveAsync(console, client, sandbox, cancellationToken);
        WriteHeading(console, "Cards");
        await ShowCardsAsync(console, client, cancellationToken);
        WriteHeading(console, $"Transactions of {DemoProgram.Removal.Card}, newest first");
        await ShowTransactionsAsync(console, client, cancellationToken);
        WriteHeading(console, "Next");
        console.WriteLine(Next);
        return 0;
    }

    private static async Task AdjustAsync(IAnsiConsole console, LoyaltyClient client, CancellationToken cancellationToken)
    {
        foreach (var step in DemoProgram.Steps(DemoProgram.Today))
        {
            await AdjustAsync(console, client, step, cancellationToken);
        }
    }

    private static async Task AdjustAsync(IAnsiConsole console, LoyaltyClient client, DemoStep step, CancellationToken cancellationToken)
    {
        var result = await client.V1.Members.AdjustBalanceAsync(step.Card, step.Request, cancellationToken: cancellationToken);
        console.MarkupLine($"{StepLine.Of(step)}  balance [bold]{Format.Points(result.Balance),5}[/]");
    }

    private static async Task FailAsync(IAnsiConsole console, LoyaltyClient client, CancellationToken cancellationToken)
    {
        var step = DemoProgram.InThePast(DemoProgram.Today);
        console.MarkupLine(StepLine.Of(step));
        try
        {
            await client.V1.Members.AdjustBalanceAsync(step.Card, step.Request, cancellationToken: cancellationToken);
        }
        catch (LoyaltyApiException exception)
        {
            ErrorReport.Write(console, exception);
        }
    }

    private static async Task RemoveAsync(
        IAnsiConsole console, LoyaltyClient client, LoyaltySandbox sandbox, CancellationToken cancellationToken)
    {
        var before = sandbox.V1.GetCard(DemoProgram.Removal.Card);
        await AdjustAsync(console, client, DemoProgram.Removal, cancellationToken);
        var after = sandbox.V1.GetCard(DemoProgram.Removal.Card);
        console.Write(BucketTable.Of(before, after, console.Profile.Capabilities.Unicode));
    }

    private static async Task ShowCardsAsync(IAnsiConsole console, LoyaltyClient client, CancellationToken cancellationToken)
    {
        var members = await Task.WhenAll(
            DemoProgram.Cards.Select(card => client.V1.Members.GetMemberAsync(card, cancellationToken: cancellationToken)));
        console.Write(CardTable.Of(members));
    }

    private static async Task ShowTransactionsAsync(IAnsiConsole console, LoyaltyClient client, CancellationToken cancellationToken)
    {
        var transactions = client.V1.Transactions.ListMemberTransactionsAsync(
            DemoProgram.Removal.Card, cancellationToken: cancellationToken);
        console.Write(TransactionTable.Of(await transactions.ToListAsync(cancellationToken)));
    }

    private static void WriteHeading(IAnsiConsole console, string heading)
    {
        console.WriteLine();
        console.MarkupLine($"[bold underline]{SafeText.Markup(heading)}[/]");
    }
}
