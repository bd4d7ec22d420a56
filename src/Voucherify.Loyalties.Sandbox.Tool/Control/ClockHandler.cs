using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>Shows the clock and moves it ahead. It never goes back, because a ledger only moves forward.</summary>
internal sealed class ClockHandler(IControlledSandbox sandbox)
{
    /// <summary>A hundred years.</summary>
    private const double MostSeconds = 3_155_760_000;

    public SandboxResponse Get(SandboxCall call) => Respond(sandbox.Now);

    public SandboxResponse Advance(SandboxCall call)
    {
        var seconds = ControlJson.Read(call, ControlJson.Default.ClockAdvance).Seconds;
        return seconds is > 0 and <= MostSeconds
            ? Respond(sandbox.AdvanceClock(TimeSpan.FromSeconds(seconds)))
            : throw new ControlInputException("'seconds' must be more than 0, and at most those of a hundred years.");
    }

    private static SandboxResponse Respond(DateTimeOffset now) =>
        ControlJson.Respond(new ControlClock(now), ControlJson.Default.ControlClock);
}
