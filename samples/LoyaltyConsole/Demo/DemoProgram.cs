using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Demo;

/// <summary>A small loyalty program: its cards and their adjustments.</summary>
internal static class DemoProgram
{
    public const string Campaign = "Demo Rewards";

    /// <summary>The ids of the card of version 2, as <c>--v2</c> takes them.</summary>
    public const string CardIds = "lprg_11bf728f000c967915/lmbr_11bf728f00342071e8/lcrd_11bf728f000ac3604a";

    private const string CustomerId = "anna";
    private const long OpeningBalance = 500;

    public static IReadOnlyList<string> Cards { get; } = ["ANNA", "BEN", "CARA"];

    /// <summary>The adjustments before <see cref="Removal"/>.</summary>
    public static IReadOnlyList<DemoStep> Steps(DateOnly today) =>
    [
        new("ANNA", Until(today.AddDays(5), 120, "Birthday", "birthday-7")),
        new("ANNA", Until(today.AddDays(30), 200, "Promo week", "promo-17")),
        new("ANNA", new() { Points = 500, Reason = "Order 1001", SourceId = "order-1001" }),
        new("BEN", new() { Points = 250, ExpirationType = PointsExpirationType.NonExpiring, Reason = "Welcome", SourceId = "welcome-12" }),
        new("BEN", new() { Points = -100, Reason = "Coffee", SourceId = "reward-31" }),
        new("CARA", Until(today.AddDays(14), 80, "Newsletter", "news-2")),
    ];

    /// <summary>The adjustment whose response is lost.</summary>
    public static DemoStep Order { get; } = new("ANNA", new() { Points = 100, Reason = "Order 1002", SourceId = "order-1002" });

    /// <summary>A removal that uses up one bucket of points and a part of the next.</summary>
    public static DemoStep Removal { get; } = new("ANNA", new() { Points = -250, Reason = "Cinema", SourceId = "reward-32" });

    /// <summary>An adjustment that the service rejects, because its points would already have expired.</summary>
    public static DemoStep InThePast(DateOnly today) => new("CARA", Until(today.AddDays(-1), 60, "Late bonus", "late-3"));

    public static void AddCards(LoyaltySandbox sandbox)
    {
        sandbox.V1.AddCampaign(Campaign, expiresAfterMonths: 12);
        foreach (var card in Cards)
        {
            sandbox.V1.AddCard(card, campaign: Campaign);
        }
    }

    /// <summary>Adds a program of version 2 with one member, whose card has <see cref="CardIds"/>.</summary>
    /// <param name="sandbox">A new sandbox whose clock was not started.</param>
    public static SandboxMember AddMember(LoyaltySandbox sandbox) =>
        sandbox.V2.AddMember(sandbox.V2.AddProgram(Campaign).Id, CustomerId, OpeningBalance);

    /// <summary>Adds the cards of both versions and makes all adjustments, so that the commands have data to show.</summary>
    /// <param name="sandbox">A new sandbox on the clock.</param>
    /// <param name="clock">The clock, which this method starts.</param>
    /// <param name="cancellationToken">Cancels the adjustments.</param>
    public static async Task PlayAsync(LoyaltySandbox sandbox, DemoClock clock, CancellationToken cancellationToken)
    {
        var member = AddMember(sandbox);
        clock.Start();
        AddCards(sandbox);
        using var handler = sandbox.CreateHandler();
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), handler);
        foreach (var step in Steps(Today).Append(Removal))
        {
            await client.V1.Members.AdjustBalanceAsync(step.Card, step.Request, cancellationToken: cancellationToken);
        }

        await client.V2.Cards.AdjustCardPointsAsync(
            member.ProgramId,
            member.Id,
            member.CardId,
            new() { Points = 120, Reason = "Order 1001", SourceId = "order-1001" },
            new() { WaitUntil = WriteCompletion.Accepted },
            cancellationToken);
    }

    /// <summary>Today in UTC, the time zone of the sandbox's project.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static AdjustBalanceRequest Until(DateOnly lastDay, long points, string reason, string sourceId) => new()
    {
        Points = points,
        ExpirationType = PointsExpirationType.CustomDate,
        ExpirationDate = lastDay,
        Reason = reason,
        SourceId = sourceId,
    };
}
