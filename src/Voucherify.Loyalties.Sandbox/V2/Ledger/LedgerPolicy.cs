namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>How transactions are recorded.</summary>
/// <param name="ListLag">How much later than it is recorded a transaction is listed.</param>
internal sealed record LedgerPolicy(TimeSpan ListLag)
{
    public static LedgerPolicy Of(LoyaltySandboxOptions options) => new(options.ListLag);
}
