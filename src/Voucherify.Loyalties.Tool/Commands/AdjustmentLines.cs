using Spectre.Console;
using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.Tool.Rendering;

namespace Voucherify.Loyalties.Tool.Commands;

/// <summary>Writes adjustments, for people or for programs.</summary>
internal static class AdjustmentLines
{
    public static void Write(IAnsiConsole console, bool isJson, AdjustmentOutput adjustment)
    {
        if (isJson)
        {
            ToolJson.Write(console, adjustment, ToolJson.Default.AdjustmentOutput);
            return;
        }

        var color = Format.ColorOf(adjustment.Points).ToMarkup();
        var outcome = adjustment.Balance is { } balance
            ? $"balance [bold]{Format.Points(balance)}[/]"
            : SafeText.Markup(Format.Words(adjustment.Status));
        var transaction = adjustment.TransactionId is { } id ? $", transaction {SafeText.Markup(id)}" : "";
        console.MarkupLine(
            $"[bold]{SafeText.Markup(adjustment.Card)}[/]  [{color}]{Format.Signed(adjustment.Points)}[/] points, {outcome}");
        console.MarkupLine(
            $"[dim]source_id {SafeText.Markup(adjustment.SourceId)}{transaction}"
            + $"{(adjustment.Recovered ? ", found in the transactions" : "")}[/]");
    }

    /// <summary>Writes what an adjustment would do.</summary>
    public static void WritePlan(IAnsiConsole console, bool isJson, string card, long points, long? balance, string? sourceId)
    {
        if (isJson)
        {
            var plan = new AdjustmentOutput
            {
                Card = card,
                Points = points,
                Balance = balance + points,
                SourceId = sourceId,
                DryRun = true,
            };
            ToolJson.Write(console, plan, ToolJson.Default.AdjustmentOutput);
            return;
        }

        var color = Format.ColorOf(points).ToMarkup();
        console.MarkupLine(
            $"[bold]{SafeText.Markup(card)}[/]  [{color}]{Format.Signed(points)}[/] points would change the balance from "
            + $"{Format.Points(balance)} to [bold]{Format.Points(balance + points)}[/].");
        console.MarkupLine("[dim]Nothing was sent. Whether an adjustment with the same source_id counts already was not checked.[/]");
    }
}
