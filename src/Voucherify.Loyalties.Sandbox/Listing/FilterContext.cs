using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>What a filter of the v2 API depends on.</summary>
/// <param name="Calendar">The days of the project.</param>
/// <param name="Times">What a bound selects.</param>
internal sealed record FilterContext(ProjectCalendar Calendar, SandboxTimeFilter Times);
