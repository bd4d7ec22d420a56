using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>Programs of a sandbox whose cards have certain rules.</summary>
internal static class CardPrograms
{
    /// <summary>The points of each paid order become active after 30 days.</summary>
    public static string AddWithPendingPoints(LoyaltySandbox sandbox) => Add(sandbox, new CreateCardDefinitionRequest
    {
        Name = "Pending",
        Status = CardDefinitionStatus.Active,
        PendingPoints = new()
        {
            Type = ActivationType.PeriodBased,
            PeriodBased = new() { Period = new() { Value = 30, Unit = PeriodUnit.Day } },
        },
    });

    /// <summary>A point pays one minor unit of an order.</summary>
    public static string AddWithPayments(LoyaltySandbox sandbox) => Add(sandbox, new CreateCardDefinitionRequest
    {
        Name = "Paying",
        Status = CardDefinitionStatus.Active,
        PayWithPoints = new() { Type = PayWithPointsType.ExchangeRatio, ExchangeRatio = new() { Formula = "1" } },
    });

    /// <summary>Points expire after a year.</summary>
    public static string AddWithExpiration(LoyaltySandbox sandbox) => sandbox.V2.AddProgram(expiresAfterMonths: 12).Id;

    private static string Add(LoyaltySandbox sandbox, CreateCardDefinitionRequest definition)
    {
        using var client = TestClientBuilder.ForSandbox(sandbox).WithHandler(sandbox.CreateHandler()).WithSeed(99).Build();
        return AddAsync(client.V2, definition).GetAwaiter().GetResult();
    }

    private static async Task<string> AddAsync(ILoyaltyV2Client v2, CreateCardDefinitionRequest definition)
    {
        var card = await v2.CardDefinitions.CreateCardDefinitionAsync(definition);
        var rule = await v2.EarningRules.CreateEarningRuleAsync(new()
        {
            Name = "Orders",
            Status = EarningRuleStatus.Active,
            Trigger = EarningRuleTrigger.OrderPaid,
            Earnings = [new Earning { Name = "Points", Effects = [EarningEffect.PerOrderAmount(card.Id, every: 100, points: 1)] }],
        });
        var program = await v2.Programs.CreateProgramAsync(new()
        {
            Name = "Program",
            Status = ProgramStatus.Active,
            CardDefinitions = [card.Id],
            EarningRules = [rule.Id],
        });
        return program.Id.Value;
    }
}
