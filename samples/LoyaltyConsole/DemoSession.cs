using LoyaltyConsole.Demo;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole;

/// <summary>A sandbox that lives as long as a command, for commands without a project.</summary>
internal static class DemoSession
{
    public static async Task<Session> OpenAsync(CancellationToken cancellationToken)
    {
        var clock = new DemoClock();
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = clock });
        await DemoProgram.PlayAsync(sandbox, clock, cancellationToken);
        return new Session(
            new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler()),
            sandbox,
            "A sandbox in this process, with the cards of the demo. Changes are lost when the command ends.");
    }
}
