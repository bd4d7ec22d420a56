using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V1.Handlers;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Routes;

/// <summary>The routes of what a campaign offers: rewards, earning rules and tiers.</summary>
internal sealed class ProgramRoutes(ResourceLocator locator, V1Store store)
{
    private const string Assignments = "/v1/loyalties/{campaignId}/reward-assignments";
    private const string Rewards = "/v1/loyalties/{campaignId}/rewards";
    private const string Rules = "/v1/loyalties/{campaignId}/earning-rules";
    private const string Rule = Rules + "/{earningRuleId}";
    private const string Tiers = "/v1/loyalties/{campaignId}/tiers";
    private const string Tier = Tiers + "/{loyaltyTierId}";

    private readonly AssignmentHandler _assignments = new(locator, store);
    private readonly EarningRuleHandler _rules = new(locator, store);
    private readonly EstimateHandler _estimates = new(locator, store);
    private readonly TierHandler _tiers = new(locator, store);
    private readonly TierBenefitHandler _benefits = new(locator);

    public IEnumerable<Route> Build() =>
    [
        Route.ForLoyalties("/v1/loyalties/{campaignId}/qualifications").On("POST", _estimates.Estimate),
        Route.ForLoyalties(Assignments).On("GET", _assignments.List),
        Route.ForLoyalties(Assignments + "/{assignmentId}").On("GET", _assignments.Get),
        Route.ForLoyalties(Assignments + "/{assignmentId}/reward").On("GET", _assignments.GetReward),
        Route.ForLoyalties(Rewards).On("GET", _assignments.List).On("POST", _assignments.Create),
        Route.ForLoyalties(Rewards + "/{assignmentId}")
            .On("GET", _assignments.Get)
            .On("PUT", _assignments.Update)
            .On("DELETE", _assignments.Delete),
        Route.ForLoyalties(Rules).On("GET", _rules.List).On("POST", _rules.Create),
        Route.ForLoyalties(Rule).On("GET", _rules.Get).On("PUT", _rules.Update).On("DELETE", _rules.Delete),
        Route.ForLoyalties(Rule + "/enable").On("POST", _rules.Enable),
        Route.ForLoyalties(Rule + "/disable").On("POST", _rules.Disable),
        Route.ForLoyalties(Tiers).On("GET", _tiers.List).On("POST", _tiers.Create),
        Route.ForLoyalties(Tier).On("GET", _tiers.Get),
        Route.ForLoyalties(Tier + "/earning-rules").On("GET", _benefits.ListEarningRules),
        Route.ForLoyalties(Tier + "/rewards").On("GET", _benefits.ListRewards),
    ];
}
