namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The contract against the sandbox over a loopback socket.</summary>
public sealed class MembersOverKestrelTests : MembersContract
{
    protected override Task<IContractHost> StartHostAsync(Situation situation) => Hosts.KestrelAsync(situation, Clock);
}
