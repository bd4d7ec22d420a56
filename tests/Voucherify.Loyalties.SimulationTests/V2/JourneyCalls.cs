using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>Makes the calls of a journey. Each returns its transaction, and whether that has ended.</summary>
/// <param name="world">The program, the members and the orders.</param>
/// <param name="off">The safeguard that is switched off.</param>
internal sealed class JourneyCalls(JourneyWorld world, JourneySafeguard off)
{
    private static readonly RefundPurchaseRequest Refund = new() { Policies = new() { Refund = RefundPolicy.Allow } };

    /// <summary>Makes the first call of a step, or makes it anew.</summary>
    public Task<(string? Id, bool HasEnded)> StartAsync(
        LoyaltyClient client, PlayedStep step, RequestOptions options, CancellationToken cancellationToken)
    {
        var (v2, plan, member) = (client.V2, step.Plan, world.Members[step.Plan.Member - 1]);
        var (program, card) = (world.ProgramId, member.CardId);
        if (step.Refunded is { TransactionId: { } purchase })
        {
            return DoneAsync(v2.Purchases.RefundPurchaseAsync(program, member.Id, purchase, Refund, options, cancellationToken));
        }

        return plan.Kind switch
        {
            JourneyStepKind.Adjust => OfAsync(
                v2.Cards.AdjustCardPointsAsync(program, member.Id, card, RequestOf(plan), options, cancellationToken)),
            JourneyStepKind.Pay => OfAsync(PayAsync(client, plan, member, options, cancellationToken)),
            JourneyStepKind.Activate => OfAsync(
                v2.Cards.ActivatePendingPointsAsync(program, member.Id, card, member.PendingBucket, options, cancellationToken)),
            JourneyStepKind.Cancel => OfAsync(
                v2.Cards.CancelPendingPointsAsync(program, member.Id, card, member.PendingBucket, options, cancellationToken)),
            JourneyStepKind.Expire => OfAsync(
                v2.Cards.ExpirePointsAsync(program, member.Id, card, member.ExpiringBucket, options, cancellationToken)),
            _ => OfAsync(
                v2.Purchases.PurchaseRewardAsync(program, member.Id, new() { RewardId = world.RewardId }, options, cancellationToken)),
        };
    }

    /// <summary>Resumes a step.</summary>
    /// <param name="client">The client.</param>
    /// <param name="step">The step.</param>
    /// <param name="pending">What is resumed.</param>
    /// <param name="known">The transactions that are booked for other steps.</param>
    /// <param name="options">The timeout.</param>
    public static Task<(string? Id, bool HasEnded)> ResumeAsync(
        LoyaltyClient client, PlayedStep step, PendingChange pending, IReadOnlyList<string> known, RequestOptions options)
    {
        var resume = new ResumeOptions { TransactionId = step.TransactionId };
        return pending switch
        {
            PendingPayment payment => OfAsync(client.V2.Payments.ResumeOrderPaymentAsync(
                payment with { KnownTransactions = [.. known.Select(static id => new OrderTransactionId(id))] }, resume, options)),
            PendingPurchase purchase => OfAsync(client.V2.Purchases.ResumePurchaseAsync(
                purchase with { KnownTransactions = [.. known.Select(static id => new RewardTransactionId(id))] }, resume, options)),
            _ => OfAsync(client.V2.Cards.ResumeCardPointsAsync((PendingAdjustment)pending, resume, options)),
        };
    }

    /// <summary>What resumes a step whose caller has no exception, such as after a crash; null for one that is made anew.</summary>
    public PendingChange? PendingOf(PlayedStep step, DateTimeOffset calledAt)
    {
        var (plan, member) = (step.Plan, world.Members[step.Plan.Member - 1]);
        return plan.Kind switch
        {
            _ when step.IsRepeatable => null,
            JourneyStepKind.Adjust => new PendingAdjustment
            {
                ProgramId = world.ProgramId,
                MemberId = member.Id,
                CardId = member.CardId,
                Points = plan.Points,
                SourceId = RequestOf(plan).SourceId!,
                CreatedAt = calledAt,
            },
            JourneyStepKind.Pay => new PendingPayment
            {
                ProgramId = world.ProgramId,
                MemberId = member.Id,
                CardId = member.CardId,
                Order = OrderOf(plan),
                Limit = PaymentLimit.Points(plan.Points),
                SourceId = $"payment-{plan.Number}",
                CreatedAt = calledAt,
            },
            _ => new PendingPurchase
            {
                ProgramId = world.ProgramId,
                MemberId = member.Id,
                RewardId = world.RewardId,
                SourceId = $"purchase-{plan.Number}",
                CreatedAt = calledAt,
            },
        };
    }

    private Task<OrderTransaction> PayAsync(
        LoyaltyClient client, PlannedStep plan, JourneyMember member, RequestOptions options, CancellationToken cancellationToken)
    {
        if (off == JourneySafeguard.Order)
        {
            var pending = (PendingPayment)PendingOf(new PlayedStep(plan), DateTimeOffset.MinValue)! with { CreatedAt = null };
            var outside = new ResumeOptions { Prior = PriorAttempt.None, OutsideQueue = true };
            return client.V2.Payments.ResumeOrderPaymentAsync(pending, outside, options, cancellationToken);
        }

        var request = new PayOrderRequest
        {
            CardId = member.CardId,
            Order = OrderOf(plan),
            Limit = PaymentLimit.Points(plan.Points),
        };
        return client.V2.Payments.PayOrderAsync(world.ProgramId, member.Id, request, options, cancellationToken);
    }

    private static OrderReference OrderOf(PlannedStep plan) => OrderReference.BySource(JourneyWorld.OrderOf(plan.Order, plan.Member));

    private static AdjustCardPointsRequest RequestOf(PlannedStep plan) => new() { Points = plan.Points, SourceId = $"step-{plan.Number}" };

    private static async Task<(string? Id, bool HasEnded)> OfAsync(Task<PointsAdjustment> call) =>
        await call is var result ? (result.Transaction!.Id.Value, result.Transaction.HasEnded) : default;

    private static async Task<(string? Id, bool HasEnded)> OfAsync(Task<CardTransaction> call) =>
        await call is var result ? (result.Id.Value, result.HasEnded) : default;

    private static async Task<(string? Id, bool HasEnded)> OfAsync(Task<OrderTransaction> call) =>
        await call is var result ? (result.Id.Value, result.HasEnded) : default;

    private static async Task<(string? Id, bool HasEnded)> OfAsync(Task<RewardTransaction> call) =>
        await call is var result ? (result.Id.Value, result.HasEnded) : default;

    private static async Task<(string? Id, bool HasEnded)> DoneAsync(Task<PurchaseRefund> call)
    {
        await call;
        return (null, true);
    }
}
