using LoyaltyConsole.Demo;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>Formats an adjustment of the demo as a line of markup with aligned columns.</summary>
internal static class StepLine
{
    public static string Of(DemoStep step)
    {
        var color = Format.ColorOf(step.Request.Points).ToMarkup();
        var (card, reason) = (SafeText.Markup(step.Card), SafeText.Markup(step.Request.Reason));
        return $"{card,-5} [{color}]{Format.Signed(step.Request.Points),5}[/]  {reason,-12} {Expiry(step.Request),-16}";
    }

    private static string Expiry(AdjustBalanceRequest request) => request switch
    {
        { Points: < 0 } => "",
        { ExpirationDate: { } day } => $"until {Format.Day(day)}",
        { ExpirationType: { } type } when type == PointsExpirationType.NonExpiring => "never expires",
        _ => "by program rules",
    };
}
