using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>Writes down the requests that were handled, in their order, so that they can be handled again.</summary>
internal interface IRequestLog
{
    /// <param name="request">The request.</param>
    /// <param name="plan">The fault that struck it, if any.</param>
    /// <param name="now">When it arrived.</param>
    /// <param name="status">The status of the response, or 0 if the client got none.</param>
    void Handled(SandboxRequest request, FaultPlan plan, DateTimeOffset now, int status);
}
