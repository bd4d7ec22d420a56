namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The ledger contract against the sandbox without a socket.</summary>
public sealed class LedgerInMemoryTests : LedgerContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.InMemoryAsync(situation, Clock);
}
