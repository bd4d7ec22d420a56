using System.Text;

namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>How faults are written outside of C#: <c>LoseResponse</c> is <c>lose-response</c>.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, SandboxFault> ByName =
        Enum.GetValues<SandboxFault>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Says that there is no such fault, and lists those that there are.</summary>
    public static string Unknown(string name) =>
        $"There is no fault '{name}'. There are: {string.Join(", ", Enum.GetValues<SandboxFault>().Select(NameOf))}.";

    /// <summary>Finds a fault. Many say reply for response.</summary>
    public static SandboxFault? Find(string name) =>
        ByName.TryGetValue(name.Replace("-reply", "-response", StringComparison.Ordinal), out var fault) ? fault : null;

    public static string NameOf(SandboxFault fault)
    {
        var name = new StringBuilder();
        foreach (var letter in fault.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
