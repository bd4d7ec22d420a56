#pragma warning disable VLOY0002 // The vendor still changes the operations that set a program up.

using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Tour.V2;

/// <summary>The steps of the tour. Each step builds on the steps before it.</summary>
internal sealed class TourWalk(
    IAnsiConsole console, LoyaltySandbox sandbox, TourClock clock, ILoyaltyClient client, CancellationToken cancellationToken)
{
    private readonly ILoyaltyV2Client _v2 = client.V2;
    private ProgramId _program;
    private RewardId _mug;
    private CustomerId _customer;
    private MemberId _member;
    private CardId _card;

    public IReadOnlyList<(string Title, Func<Task> RunAsync)> Steps =>
    [
        ("A program with a wallet, a rule, a reward and tiers", CreateProgramAsync),
        ("A customer becomes a member", JoinAsync),
        ("A paid order earns points", EarnAsync),
        ("A gift whose response is lost counts once", GiveAsync),
        ("Points pay for a part of an order", PayAsync),
        ("A reward is bought, and the purchase is refunded", BuyAsync),
        ("A large order lifts the member to another tier", RiseAsync),
        ("Points expire", ExpireAsync),
        ("All transactions of the card, newest first", ListAsync),
    ];

    private async Task CreateProgramAsync()
    {
        var wallet = (await _v2.CardDefinitions.CreateCardDefinitionAsync(TourProgram.Wallet, cancellationToken)).Id;
        var rule = await _v2.EarningRules.CreateEarningRuleAsync(TourProgram.Rule(wallet), cancellationToken);
        _mug = (await _v2.Rewards.CreateRewardAsync(TourProgram.Mug(wallet), cancellationToken)).Id;
        var tiers = await _v2.TierStructures.CreateTierStructureAsync(TourProgram.Tiers(wallet), cancellationToken);
        await _v2.TierStructures.CreateTierAsync(tiers.Id, TourProgram.Bronze, cancellationToken);
        await _v2.TierStructures.CreateTierAsync(tiers.Id, TourProgram.Gold, cancellationToken);
        await _v2.TierStructures.ActivateTierStructureAsync(tiers.Id, cancellationToken);

        var program = await _v2.Programs.CreateProgramAsync(
            new()
            {
                Name = TourProgram.Name,
                CardDefinitions = [wallet],
                EarningRules = [rule.Id],
                Rewards = [RewardAssign.Unlimited(_mug)],
                TierStructures = [tiers.Id],
            },
            cancellationToken);
        _program = (await _v2.Programs.ActivateProgramAsync(program.Id, cancellationToken)).Id;
        console.MarkupLine(
            $"[bold]{SafeText.Markup(program.Name)}[/]: a point for each euro, 10 points pay 1.00, a mug costs {TourProgram.MugPrice}.");
        console.MarkupLine($"Points live for {TourProgram.PointsLiveFor} days. Gold begins at {TourProgram.GoldFrom} points.");
    }

    private async Task JoinAsync()
    {
        var customer = await client.Customers.UpsertCustomerAsync(new() { SourceId = "anna" }, cancellationToken);
        var member = await _v2.Members.CreateMemberAsync(
            _program, new() { Customer = CustomerIdentification.ByCustomer(customer.Id) }, cancellationToken);
        (_customer, _member, _card) = (customer.Id, member.Id, member.Cards![0].Card!.Id);
        console.MarkupLine("anna has joined the program and got a card.");
        await ShowAsync();
    }

    private async Task EarnAsync()
    {
        const long Amount = 42_000;
        var examination = await _v2.Examine.ExamineEarningRulesAsync(
            ExamineEarningRulesRequest.OrderPaid(CustomerIdentification.ByMember(_member), new() { Amount = Amount }), cancellationToken);
        var estimate = examination.Memberships?[0].Cards?[0].PointsEstimation;
        console.MarkupLine($"An order of {Format.Money(Amount)} would earn [bold]{Format.Points(estimate)}[/] points. anna pays it:");
        await PlaceOrderAsync("order-1", OrderStatus.Paid, Amount);
        await ShowAsync();
    }

    private async Task GiveAsync()
    {
        var gift = new AdjustCardPointsRequest { Points = 50, Reason = "Welcome", SourceId = "welcome-anna" };
        sandbox.Faults.Next(SandboxFault.LoseResponse);
        var first = await _v2.Cards.AdjustCardPointsOnceAsync(_program, _member, _card, gift, cancellationToken);
        console.MarkupLine(
            $"The sandbox has applied the gift and then lost its response. The client has found it by the marker in its reason, "
            + $"\"{SafeText.Markup(first.Transaction?.Details?.Reason)}\".");
        var second = await _v2.Cards.AdjustCardPointsOnceAsync(_program, _member, _card, gift, cancellationToken);
        console.MarkupLine(
            second.Transaction?.Id == first.Transaction?.Id
                ? "The same call, made again, returns the same transaction and sends nothing."
                : "[red]The same call, made again, has counted twice.[/]");
        await ShowAsync();
    }

    private async Task PayAsync()
    {
        await PlaceOrderAsync("order-2", OrderStatus.Created, 2_500);
        var request = new PayOrderRequest
        {
            CardId = _card,
            Order = OrderReference.BySource("order-2"),
            Limit = PaymentLimit.Points(100),
        };
        var preview = await _v2.Payments.SimulateOrderPaymentAsync(_program, _member, request, cancellationToken: cancellationToken);
        console.MarkupLine($"A dry run: {Payment(preview)} of the order.");
        var payment = await _v2.Payments.PayOrderAsync(_program, _member, request, cancellationToken: cancellationToken);
        console.MarkupLine($"The payment: {Payment(payment)}, {Format.Words(payment.Status)}.");
        await ShowAsync();
    }

    private async Task BuyAsync()
    {
        var offers = await _v2.Examine.ExamineRewardsAsync(
            new() { CustomerIdentification = CustomerIdentification.ByMember(_member) }, cancellationToken);
        var offer = offers.Memberships![0].Cards![0].Rewards![0];
        console.MarkupLine($"The mug is {Format.Words(offer.Status)} for {Format.Points(offer.Cost?.Points)} points.");
        var purchase = await _v2.Purchases.PurchaseRewardAsync(
            _program, _member, new() { RewardId = _mug }, cancellationToken: cancellationToken);
        console.MarkupLine($"anna buys it: {Format.Words(purchase.Status)}.");
        await ShowAsync();

        await _v2.Purchases.RefundPurchaseAsync(_program, _member, purchase.Id, cancellationToken: cancellationToken);
        console.MarkupLine("anna returns it: refunded.");
        await ShowAsync();
    }

    private async Task RiseAsync()
    {
        await PlaceOrderAsync("order-3", OrderStatus.Paid, 20_000);
        await ShowAsync();
        var changes = await _v2.Members.ListMemberTierTransactionsAsync(_program, _member, cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        console.MarkupLine($"Changes of the tier: {string.Join(", ", changes.Select(change => Format.Words(change.Type)).Reverse())}.");
    }

    private async Task ExpireAsync()
    {
        clock.Skip(TourProgram.PointsLiveFor + 1);
        console.MarkupLine($"{TourProgram.PointsLiveFor + 1} days later:");
        await ShowAsync();
    }

    private async Task ListAsync()
    {
        var transactions = await _v2.Cards.ListCardTransactionsAsync(_program, _member, _card, cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        console.Write(TourTable.Of(transactions));
    }

    private async Task PlaceOrderAsync(string sourceId, OrderStatus status, long amount) => await client.Orders.UpsertOrderAsync(
        new() { SourceId = sourceId, Status = status, Amount = amount, Customer = new() { Id = _customer } }, cancellationToken);

    private async Task ShowAsync()
    {
        var membership = await _v2.Members.GetMembershipAsync(_program, CustomerIdentification.ByMember(_member), cancellationToken);
        var card = membership.Cards![0];
        console.MarkupLine(
            $"  balance [bold]{Format.Points(card.Card?.Balance?.Points)}[/], "
            + $"tier [bold]{SafeText.Markup(card.TierProgress?.Current?.Tier?.Name ?? Format.Missing)}[/]");
    }

    private static string Payment(OrderTransaction transaction) =>
        $"[bold]{Format.Points(transaction.Details?.Payment?.PointsSpent)}[/] points pay "
        + $"[bold]{Format.Money(transaction.Details?.Payment?.Amount)}[/]";
}
