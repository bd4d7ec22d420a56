using Voucherify.Loyalties.Sandbox.Seeds;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds programs with their members.</summary>
internal static class ProgramSeeds
{
    public static (IReadOnlyList<SandboxProgram> Programs, IReadOnlyList<SandboxMember> Members) Add(
        V2Store store, IEnumerable<ProgramSeed> seeds, DateTimeOffset now)
    {
        var programs = new List<SandboxProgram>();
        var members = new List<SandboxMember>();
        foreach (var seed in seeds)
        {
            var program = ReadyProgram.Add(store, seed, now);
            programs.Add(program);
            members.AddRange(seed.Members.Select(member => MemberSeeds.Add(store, program.Id, member.Customer, member.Points, now)));
        }

        return (programs, members);
    }
}
