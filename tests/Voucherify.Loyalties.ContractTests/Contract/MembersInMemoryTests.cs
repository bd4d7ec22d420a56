namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The contract against the sandbox without a socket.</summary>
public sealed class MembersInMemoryTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.InMemoryAsync(situation, Clock);
}
