namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The ledger contract against the sandbox over a loopback socket.</summary>
public sealed class LedgerOverKestrelTests : LedgerContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.KestrelAsync(situation, Clock);
}
