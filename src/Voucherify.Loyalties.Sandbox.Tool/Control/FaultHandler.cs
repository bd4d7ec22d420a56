using System.Numerics;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>Shows and changes how the sandbox misbehaves.</summary>
internal sealed class FaultHandler(IControlledSandbox sandbox)
{
    private const int MostTimes = 1_000_000;

    public SandboxResponse Get(SandboxCall call)
    {
        var faults = sandbox.Faults;
        return ControlJson.Respond(
            new ControlFaults(
                Named(Enum.GetValues<SandboxFault>().Select(fault => KeyValuePair.Create(fault, faults[fault]))),
                faults.Seed,
                Named(faults.Counts)),
            ControlJson.Default.ControlFaults);
    }

    /// <summary>Replaces all settings, or none if one of them is invalid.</summary>
    public SandboxResponse Set(SandboxCall call)
    {
        var settings = ControlJson.Read(call, ControlJson.Default.FaultSettings);
        var faults = new SandboxFaults { Seed = settings.Seed };
        foreach (var (name, probability) in settings.Probabilities)
        {
            FaultProbabilities.Set(faults, Find(name), probability, static problem => new ControlInputException(problem));
        }

        sandbox.Faults = faults;
        return Get(call);
    }

    public SandboxResponse Clear(SandboxCall call)
    {
        sandbox.Faults = new SandboxFaults();
        return Get(call);
    }

    public SandboxResponse Next(SandboxCall call)
    {
        var next = ControlJson.Read(call, ControlJson.Default.NextFault);
        if (next.Times is < 1 or > MostTimes)
        {
            throw new ControlInputException($"'times' must be from 1 to {MostTimes}.");
        }

        sandbox.Faults.Next(Find(next.Fault), next.Times);
        return SandboxResponse.Empty(204);
    }

    private static Dictionary<string, T> Named<T>(IEnumerable<KeyValuePair<SandboxFault, T>> numbers)
        where T : struct, INumber<T> => numbers
        .Where(static number => number.Value > T.Zero)
        .ToDictionary(static number => FaultNames.NameOf(number.Key), static number => number.Value, StringComparer.Ordinal);

    private static SandboxFault Find(string name) => FaultNames.Find(name)
        ?? throw new ControlInputException(FaultNames.Unknown(name));
}
