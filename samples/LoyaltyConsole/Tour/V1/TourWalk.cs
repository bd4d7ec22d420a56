using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Tour.V1;

/// <summary>The steps of the tour. Each step builds on the steps before it.</summary>
internal sealed class TourWalk(IAnsiConsole console, LoyaltySandbox sandbox, ILoyaltyClient client, CancellationToken cancellationToken)
{
    private const int MaxActivities = 10;

    private static readonly WaitOptions JobWait = new()
    {
        BaseDelay = TimeSpan.FromMilliseconds(100),
        MaxDelay = TimeSpan.FromMilliseconds(100),
    };

    private readonly Dictionary<string, MemberId> _cards = new(StringComparer.Ordinal);
    private CampaignId _campaign = TourProgram.Name;

    public IReadOnlyList<(string Title, Func<Task> RunAsync)> Steps =>
    [
        ("A program with earning rules and tiers", CreateProgramAsync),
        ("Members", EnrolAsync),
        ("Paid orders earn points, and points decide the tier", EarnAsync),
        ("A transfer", TransferAsync),
        ("A reward", RedeemAsync),
        ("Recent activity of anna, newest first", ListActivityAsync),
        ("An export of all transactions", ExportAsync),
    ];

    private async Task CreateProgramAsync()
    {
        var campaign = await client.V1.Campaigns.CreateCampaignAsync(TourProgram.Campaign, cancellationToken: cancellationToken);
        _campaign = campaign.Id;
        var rules = await client.V1.EarningRules.CreateEarningRulesAsync(
            _campaign, TourProgram.Rules, cancellationToken: cancellationToken);
        var tiers = await client.V1.Tiers.CreateTiersAsync(
            _campaign, TourProgram.Tiers(rules[0].Id), cancellationToken: cancellationToken);

        console.MarkupLine(
            $"[bold]{SafeText.Markup(campaign.Name)}[/]: points expire at the end of the month, a year after they were earned.");
        console.MarkupLine($"Paid orders earn: {SafeText.Markup(string.Join(" and ", rules.Select(rule => rule.Source?.Banner)))}.");
        console.Write(TierTable.Of(tiers, rules));
    }

    private async Task EnrolAsync()
    {
        foreach (var customer in TourProgram.Customers)
        {
            var member = await client.V1.Members.AddMemberAsync(
                _campaign, new() { Customer = customer }, cancellationToken: cancellationToken);
            _cards.Add(customer, member.Code);
            console.MarkupLine(
                $"{SafeText.Markup(customer),-5} has card [bold]{SafeText.Markup(member.Code.Value)}[/], "
                + $"balance {Format.Points(member.LoyaltyCard?.Balance)}");
        }
    }

    private async Task EarnAsync()
    {
        var table = Tables.Create().Left("Customer").Right("Order").Right("Estimate").Right("Earned").Right("Balance").Left("Tier");
        foreach (var (customer, amount) in TourProgram.Orders)
        {
            var estimate = await client.V1.EarningRules.EstimatePointsAsync(
                _campaign,
                new() { Customer = new() { SourceId = customer }, Order = new() { Amount = amount } },
                cancellationToken: cancellationToken);

            // The real service learns about paid orders through other APIs.
            var order = sandbox.V1.PayOrder(_cards[customer].Value, amount);
            var tiers = await client.V1.Tiers.ListMemberTiersAsync(_cards[customer], cancellationToken: cancellationToken);
            table.AddRow(
                SafeText.Cell(customer),
                SafeText.Cell(Format.Money(amount)),
                SafeText.Cell(Format.Points(estimate.PointsEstimation)),
                SafeText.Cell(Format.Signed(order.EarnedPoints), new Style(Format.ColorOf(order.EarnedPoints))),
                SafeText.Cell(Format.Points(sandbox.V1.GetCard(order.CardCode).Balance)),
                SafeText.Cell(tiers.Data is [var tier, ..] ? tier.Name : Format.Missing));
        }

        console.Write(table);
    }

    private async Task TransferAsync()
    {
        var gift = new PointsTransferItem { Code = _cards["ben"], Points = 60, Reason = "Gift", SourceId = "gift-1" };
        var anna = await client.V1.Members.TransferPointsAsync(_cards["anna"], _campaign, [gift], cancellationToken: cancellationToken);
        console.MarkupLine(
            $"ben gives [bold]{Format.Points(gift.Points)}[/] points to anna, "
            + $"who now has [bold]{Format.Points(anna.LoyaltyCard?.Balance)}[/].");
    }

    private async Task RedeemAsync()
    {
        // Rewards belong to the project. The sandbox provides one, and the program sets its price.
        sandbox.V1.AddReward(TourProgram.RewardId, TourProgram.RewardPrice, TourProgram.RewardName);
        var price = new RewardAssignmentParameters { Loyalty = new() { Points = TourProgram.RewardPrice } };
        await client.V1.Rewards.CreateRewardAssignmentsAsync(
            _campaign, [new() { RewardId = TourProgram.RewardId, Parameters = price }], cancellationToken: cancellationToken);

        foreach (var customer in TourProgram.Customers)
        {
            await RedeemAsync(customer);
        }
    }

    private async Task ListActivityAsync()
    {
        var activities = await client.V1.Members.ListMemberActivityAsync(_cards["anna"], cancellationToken: cancellationToken)
            .Take(MaxActivities)
            .ToListAsync(cancellationToken);
        console.Write(ActivityTable.Of(activities));
    }

    private async Task ExportAsync()
    {
        var request = new TransactionExportRequest
        {
            Parameters = new()
            {
                Order = TransactionExportOrder.CreatedAt,
                Fields =
                [
                    TransactionExportField.Id, TransactionExportField.Type, TransactionExportField.Amount, TransactionExportField.Balance,
                ],
            },
        };
        var job = await client.V1.Exports.CreateCampaignTransactionsExportAsync(_campaign, request, cancellationToken: cancellationToken);
        var done = await client.V1.Exports.WaitAsync(job, JobWait, cancellationToken: cancellationToken);
        console.MarkupLine($"{SafeText.Markup(job.Status?.Value)}, then {SafeText.Markup(done.Status?.Value)}. The exported file:");

        await using var file = await client.V1.Exports.DownloadAsync(done, cancellationToken: cancellationToken);
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            console.MarkupLine($"  [dim]{SafeText.Markup(line)}[/]");
        }
    }

    private async Task RedeemAsync(string customer)
    {
        var name = SafeText.Markup(customer);
        try
        {
            var redemption = await client.V1.Redemptions.RedeemRewardAsync(
                _cards[customer], new() { Reward = new() { Id = TourProgram.RewardId } }, _campaign, cancellationToken: cancellationToken);
            console.MarkupLine(
                $"{name,-5} buys a {SafeText.Markup(redemption.Reward?.Name)} "
                + $"for [bold]{Format.Points(redemption.LoyaltyCard?.Points)}[/] points "
                + $"and has [bold]{Format.Points(redemption.Voucher?.LoyaltyCard?.Balance)}[/] left.");
        }
        catch (LoyaltyApiException refused) when (refused.Key == LoyaltyErrorKeys.LoyaltyCardPointsExceeded)
        {
            console.MarkupLine($"{name,-5} cannot buy it: [yellow]{SafeText.Markup(refused.Key)}[/].");
        }
    }
}
