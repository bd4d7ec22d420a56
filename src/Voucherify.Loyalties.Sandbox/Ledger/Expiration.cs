namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>When added points expire: by the campaign's rule, on a given day, or never.</summary>
internal readonly record struct Expiration
{
    private readonly bool _byRule;
    private readonly DateOnly? _date;

    private Expiration(bool byRule, DateOnly? date)
    {
        _byRule = byRule;
        _date = date;
    }

    public static Expiration ByProgramRules { get; } = new(byRule: true, date: null);

    public static Expiration Never { get; } = new(byRule: false, date: null);

    public static Expiration On(DateOnly date) => new(byRule: false, date);

    /// <summary>The last usable day of points that are added on the given day.</summary>
    public DateOnly? LastDay(SandboxCampaign campaign, DateOnly addedOn) => _byRule
        ? LastDayByRule(campaign, addedOn)
        : _date;

    // Months that overflow end on the last day of the target month: 31 January + 1 month = 28 February (D).
    private static DateOnly? LastDayByRule(SandboxCampaign campaign, DateOnly addedOn)
    {
        if (campaign.ExpiresAfterMonths is not { } months)
        {
            return null;
        }

        var monthsLeft = ((DateOnly.MaxValue.Year - addedOn.Year) * 12) + DateOnly.MaxValue.Month - addedOn.Month;
        return months > monthsLeft ? null : addedOn.AddMonths(months);
    }
}
