using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what a bought reward gave, or what a refund did with it.</summary>
internal static class FulfilmentJson
{
    public static void Write(Utf8JsonWriter writer, PurchaseQuote quote, RewardFulfilment fulfilment, bool isRefund)
    {
        writer.WriteObject("reward", reward =>
        {
            reward.WriteString("id", quote.RewardId);
            reward.WriteString("type", quote.Reward.Type);
        });
        writer.WriteNumber("quantity", 1);
        writer.WriteRaw("material", quote.Reward.Properties.FindObject("material"));
        if (DigitalReward.TypeOf(quote.Reward) is not { } type)
        {
            writer.WriteNull("digital");
            return;
        }

        writer.WriteObject("digital", digital =>
        {
            digital.WriteString("type", type);
            WriteDigital(digital, type, quote, fulfilment, isRefund);
        });
    }

    private static void WriteDigital(
        Utf8JsonWriter writer, string type, PurchaseQuote quote, RewardFulfilment fulfilment, bool isRefund)
    {
        if (fulfilment.Target is { } added)
        {
            writer.WriteObject("loyalty_card_points", points =>
            {
                points.WriteNumber("points", added.Movement.Points);
                points.WriteString("card_definition_id", added.Card.DefinitionId);
                points.WriteString("card_id", added.Card.Id);
            });
            return;
        }

        var isCoupon = type == "DISCOUNT_COUPONS";
        writer.WriteArray(isCoupon ? "discount_coupons" : "gift_vouchers", [fulfilment], (inner, code) =>
        {
            inner.WriteString("id", code.CodeId);
            inner.WriteString("code", code.Code);
            if (!isCoupon)
            {
                // The amount of a refund is negative (documented).
                var balance = DigitalReward.BalanceOf(quote.Reward);
                inner.WriteNumber("amount", isRefund ? -balance : balance);
                inner.WriteNumber("balance", isRefund ? 0 : balance);
            }

            if (isRefund)
            {
                inner.WriteString("result", isCoupon ? "DELETED" : "CREDITS_SUBTRACTED");
            }
        });
    }
}
