namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The contract against the sandbox over a loopback socket.</summary>
public sealed class MembersOverKestrelTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.KestrelAsync(situation, Clock);
}

/// <summary>The contract against the sandbox without a socket.</summary>
public sealed class MembersInMemoryTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.InMemoryAsync(situation, Clock);
}

/// <summary>The contract against stubs: they prove that the expectations are the vendor's, and not just the sandbox's.</summary>
public sealed class MembersOverWireMockTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.WireMockAsync(situation, Clock);
}
