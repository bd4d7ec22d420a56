using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_customer_joins_earns_pays_buys_and_returns_with_the_calls_of_version_2()
    {
        var (sandbox, _) = await StartAsync(new LoyaltySandboxOptions());
        var program = sandbox.V2.AddProgram();
        (ProgramId programId, RewardId rewardId) = (program.Id, program.RewardId);
        using var client = TestClientBuilder.ForSandbox(sandbox)
            .Configure(static options => options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(10))
            .WithHandler(CreateHandler(sandbox))
            .Build();

        var customer = await client.Customers.UpsertCustomerAsync(new() { SourceId = "shop-42", Email = "anna@example.com" }, Stop);
        var member = await client.V2.Members.CreateMemberAsync(
            programId, new() { Customer = CustomerIdentification.ByCustomer(customer.Id) }, Stop);
        CardId cardId = member.Cards![0].Card!.Id;
        await client.Orders.UpsertOrderAsync(
            new() { SourceId = "order-1001", Status = OrderStatus.Paid, Amount = 12_500, Customer = new() { Id = customer.Id } }, Stop);
        var gift = new AdjustCardPointsRequest { Points = 100, Reason = "Welcome", SourceId = "welcome-42" };
        var first = await client.V2.Cards.AdjustCardPointsOnceAsync(programId, member.Id, cardId, gift, Stop);
        var second = await client.V2.Cards.AdjustCardPointsOnceAsync(programId, member.Id, cardId, gift, Stop);
        var membership = await client.V2.Members.GetMembershipAsync(programId, CustomerIdentification.ByMember(member.Id), Stop);
        var offers = await client.V2.Examine.ExamineRewardsAsync(
            new() { CustomerIdentification = CustomerIdentification.ByMember(member.Id) }, Stop);
        await client.V2.Cards.RemovePointsAsync(programId, member.Id, cardId, 25, "correction-1", Stop);

        await client.Orders.UpsertOrderAsync(
            new() { SourceId = "order-1002", Status = OrderStatus.Created, Amount = 2_500, Customer = new() { Id = customer.Id } }, Stop);
        var request = new PayOrderRequest
        {
            CardId = cardId,
            Order = OrderReference.BySource("order-1002"),
            Limit = PaymentLimit.Points(50),
        };
        var preview = await client.V2.Payments.SimulateOrderPaymentAsync(programId, member.Id, request, cancellationToken: Stop);
        var payment = await client.V2.Payments.PayOrderAsync(programId, member.Id, request, cancellationToken: Stop);
        var purchase = await client.V2.Purchases.PurchaseRewardAsync(
            programId, member.Id, new() { RewardId = rewardId }, cancellationToken: Stop);
        var afterPurchase = sandbox.V2.GetCard(cardId.Value).Balance;
        var refund = await client.V2.Purchases.RefundPurchaseAsync(
            programId, member.Id, purchase.Id, new() { Policies = new() { Refund = RefundPolicy.Allow } }, cancellationToken: Stop);

        // The order has earned a point for each whole amount of 100.
        Assert.Equal(225, membership.Cards![0].Card!.Balance!.Points);
        Assert.Equal((100, first.Transaction!.Id), (second.Points, second.Transaction!.Id));
        Assert.Equal(RewardAvailability.Available, offers.Memberships![0].Cards![0].Rewards![0].Status);

        // Of 200 points, 50 pay for the order, and the reward costs 100, which come back.
        Assert.Equal((OrderTransactionStatus.Simulated, 50), (preview.Status, preview.Details!.Payment!.PointsSpent));
        Assert.Equal(
            (OrderTransactionStatus.Approved, 50, 500),
            (payment.Status, payment.Details!.Payment!.PointsSpent, payment.Details.Payment.Amount));
        Assert.Equal((RewardTransactionStatus.Approved, 50), (purchase.Status, afterPurchase));
        Assert.False(refund.Recovered);
        Assert.Equal(150, sandbox.V2.GetCard(cardId.Value).Balance);
    }
}
