namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The contract against stubs: they prove that the expectations are the vendor's, and not just the sandbox's.</summary>
public sealed class MembersOverWireMockTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.WireMockAsync(situation, Clock);
}
