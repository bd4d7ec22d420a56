using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Docs.Costs;

/// <summary>The client with its default options, on a sandbox that applies an adjustment a second after its response.</summary>
internal static class DefaultRig
{
    public static readonly TimeSpan ApplyLag = TimeSpan.FromSeconds(1);

    public static SandboxRig New() => new(
        ApplyLag,
        static options => (options.Reconciliation, options.Ordering) = (new ReconciliationOptions(), new OrderingOptions()));
}
