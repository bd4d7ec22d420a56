using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Whether rules give points now.</summary>
internal sealed class RuleOpening(ProjectCalendar calendar)
{
    /// <summary>Whether a rule is active, within its dates and hours, and below its limits for a member.</summary>
    public bool IsOpen(EarningRule rule, Member member, DateTimeOffset now) =>
        rule.IsActive
        && rule.IsValidAt(now)
        && ValidityHours.Include(rule.Properties.FindObject("validity_hours"), calendar.ToLocal(now))
        && TriggerLimits.Allow(rule.Properties.FindObject("trigger_limits"), member.Triggers.Of(rule.Id), calendar.DayOf, now);
}
