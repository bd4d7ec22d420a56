namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The contract against stubs, which prove that the expectations are the vendor's and not only the sandbox's.</summary>
public sealed class MembersOverWireMockTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.WireMockAsync(situation, Clock);
}
