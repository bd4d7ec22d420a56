using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>A payment, a purchase or a refund that makes no sense is refused before anything is sent.</summary>
public sealed class PaymentInputTests
{
    private static readonly PayOrderRequest Valid = new()
    {
        CardId = "lcrd_1",
        Order = OrderReference.ById("ord_1"),
        Limit = PaymentLimit.Points(1),
    };

    public static TheoryData<PayOrderRequest> InvalidPayments { get; } =
    [
        Valid with { CardId = default },
        Valid with { CardId = "lmbr_1" },
        Valid with { Order = null! },
        Valid with { Order = new OrderReference() },
        Valid with { Order = new OrderReference { Id = "ord_1", SourceId = "order-1" } },
        Valid with { Order = OrderReference.ById("lcrd_1") },
        Valid with { Order = OrderReference.BySource(" ") },
        Valid with { Order = OrderReference.BySource("..") },
        Valid with { Limit = PaymentLimit.Points(0) },
        Valid with { Limit = PaymentLimit.Amount(-1) },
        Valid with { Limit = PaymentLimit.WholeBalance with { PointsLimit = new() { Max = 1 } } },
    ];

    [Theory, MemberData(nameof(InvalidPayments))]
    public async Task An_invalid_payment_is_refused(PayOrderRequest request)
    {
        using var rig = new CardRig();
        var payments = rig.Client.V2.Payments;
        var pending = new PendingPayment
        {
            ProgramId = rig.Program,
            MemberId = rig.Member.Id,
            CardId = request.CardId,
            Order = request.Order,
            Limit = request.Limit,
            SourceId = "1",
        };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => payments.PayOrderAsync(rig.Program, rig.Member.Id, request));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => payments.SimulateOrderPaymentAsync(rig.Program, rig.Member.Id, request));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => payments.ResumeOrderPaymentAsync(pending));

        Assert.Equal((0, 0), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task Swapped_ids_and_missing_requests_are_refused()
    {
        using var rig = new CardRig();
        var (payments, purchases, program, member) = (rig.Client.V2.Payments, rig.Client.V2.Purchases, rig.Program, rig.Member.Id);
        var purchase = new PurchaseRewardRequest { RewardId = "lrew_1" };
        var pending = new PendingPurchase { ProgramId = program, MemberId = member, RewardId = "lrew_1", SourceId = "1" };
        Func<Task>[] calls =
        [
            () => payments.PayOrderAsync(member, program, Valid),
            () => payments.PayOrderAsync(program, member, null!),
            () => payments.ResumeOrderPaymentAsync(null!),
            () => payments.WaitForOrderPaymentAsync(program, member, "lrtx_1"),
            () => purchases.PurchaseRewardAsync(member, program, purchase),
            () => purchases.PurchaseRewardAsync(program, member, null!),
            () => purchases.PurchaseRewardAsync(program, member, purchase with { RewardId = default }),
            () => purchases.SimulatePurchaseAsync(program, member, purchase with { RewardId = "lprg_1" }),
            () => purchases.ResumePurchaseAsync(null!),
            () => purchases.ResumePurchaseAsync(pending with { RewardId = default }),
            () => purchases.ResumePurchaseAsync(pending with { SourceId = "" }),
            () => purchases.ResumePurchaseAsync(pending, new ResumeOptions { TransactionId = "lotx_1" }),
            () => purchases.WaitForPurchaseAsync(program, member, "lotx_1"),
            () => purchases.RefundPurchaseAsync(program, member, "lotx_1"),
            () => purchases.RefundPurchaseAsync(program, "lrtx_1", "lrtx_1"),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(call);
        }

        Assert.Equal((0, 0), (rig.Posts, rig.Reads));
    }
}
