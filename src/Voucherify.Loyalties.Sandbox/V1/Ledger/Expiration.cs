using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>When added points expire: by the rule of the campaign, by a rule of their own, after a given day, or never.</summary>
internal readonly record struct Expiration
{
    private readonly bool _byCampaign;
    private readonly ExpirationRule? _rule;
    private readonly DateOnly? _date;

    private Expiration(bool byCampaign, ExpirationRule? rule, DateOnly? date) => (_byCampaign, _rule, _date) = (byCampaign, rule, date);

    public static Expiration ByProgramRules { get; } = new(byCampaign: true, rule: null, date: null);

    public static Expiration Never { get; } = new(byCampaign: false, rule: null, date: null);

    public static Expiration On(DateOnly date) => new(byCampaign: false, rule: null, date);

    /// <summary>Returns the expiration of an earning rule, or that of the campaign if it has none (documented).</summary>
    public static Expiration Of(StoredRule? rule) =>
        rule?.Expiration is { } own ? new(byCampaign: false, own, date: null) : ByProgramRules;

    /// <summary>Returns the last usable day of points that are added on the given day, or null if they never expire.</summary>
    public DateOnly? LastDay(Campaign campaign, DateOnly addedOn) =>
        (_byCampaign ? campaign.Expiration : _rule)?.LastDay(addedOn) ?? _date;
}
