using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>How many points a card definition asks for a minor unit of the currency.</summary>
internal static class ExchangeRatio
{
    private const decimal Largest = 1_000_000_000;

    /// <summary>Returns the ratio, or the key of the error. Only numbers are supported, not formulas.</summary>
    public static (decimal Ratio, string? Refusal) Of(CardDefinition definition)
    {
        if (definition.Properties.FindObject("pay_with_points") is not { } settings
            || JsonBody.FindString(settings, "type") != "EXCHANGE_RATIO")
        {
            return (0, "pay_with_points_not_enabled");
        }

        if (!JsonBody.TryFindObject(settings, "exchange_ratio", out var ratio)
            || !ratio.TryGetProperty("formula", out var formula)
            || formula.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return (0, "missing_exchange_ratio_formula");
        }

        return decimal.TryParse(formula.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= Largest
                ? (number, null)
                : (0, "invalid_exchange_ratio");
    }
}
