using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Sandbox.Faults;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>The options of the command line. Their error messages say what is expected.</summary>
internal sealed class ServeInputs
{
    private const int DefaultPort = 8080;
    private const string RealClock = "real";

    public Option<int> Port { get; } = Create("--port", "number", "The port, or 0 for a free one. Default: 8080.", static value =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port : null,
        static value => $"'{value}' is not a port. Use --port with a number from 0 to 65535.",
        DefaultPort);

    public Option<IPAddress> Host { get; } = new("--host")
    {
        Description = "The address to listen on. Default: 127.0.0.1, which only this machine can reach. With another one, the control API "
            + "needs a token: that of VOUCHERIFY_SANDBOX_TOKEN, or one that is printed.",
        HelpName = "address",
        DefaultValueFactory = static _ => IPAddress.Loopback,
        CustomParser = static result => ValueOf(result) is "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(ValueOf(result), out var address) ? address
            : Reject<IPAddress>(result, $"'{ValueOf(result)}' is not an address. Use --host with an IP address, such as 0.0.0.0."),
    };

    public Option<string?> Seed { get; } = new("--seed")
    {
        Description = "A JSON file of what the sandbox has from the start: programs, members, cards, rewards, rules and tiers.",
        HelpName = "file",
    };

    public Option<DateTimeOffset?> Clock { get; } = new("--clock")
    {
        Description = "'real', the default, or an instant at which the clock stands still until the control API moves it ahead.",
        HelpName = "instant|real",
        CustomParser = static result => ValueOf(result) is RealClock ? null
            : DateTimeOffset.TryParseExact(
                ValueOf(result), InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : Reject<DateTimeOffset?>(
                    result, $"'{ValueOf(result)}' is not a clock. Use --clock real, or an instant such as 2026-01-15T12:00:00Z."),
    };

    public Option<double> ApplyLag { get; } = Create(
        "--apply-lag",
        "seconds",
        "How long after its response an adjustment takes effect. Default: 0. The real service takes up to a few seconds.",
        static value => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= MostSeconds
                ? seconds
                : null,
        static value => $"'{value}' is not a time. Use --apply-lag with a number of seconds, such as 2 or 0.5.",
        defaultValue: 0.0);

    public Option<KeyValuePair<SandboxFault, double>[]> Faults { get; } = new("--fault")
    {
        Description = "A fault and its probability from 0 to 1, such as lose-response=0.1. Can be repeated. The error about an "
            + "unknown name lists the names.",
        HelpName = "name=probability",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = static _ => [],
        CustomParser = ParseFaults,
    };

    public Option<string?> Data { get; } = new("--data")
    {
        Description = "A file that keeps the state: after a restart with the same file, the sandbox goes on. The seed counts only for a "
            + "new file.",
        HelpName = "file",
    };

    public Option<string[]> AllowedHosts { get; } = new("--allowed-host")
    {
        Description = "A host name by which the control API may be called, besides localhost and IP addresses. Can be repeated.",
        HelpName = "name",
        DefaultValueFactory = static _ => [],
    };

    private const double MostSeconds = 86_400;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    private static KeyValuePair<SandboxFault, double>[]? ParseFaults(ArgumentResult result)
    {
        var faults = new List<KeyValuePair<SandboxFault, double>>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=', 2);
            if (FaultNames.Find(parts[0]) is not { } fault)
            {
                return Reject<KeyValuePair<SandboxFault, double>[]>(result, FaultNames.Unknown(parts[0]));
            }

            if (parts is not [_, var number]
                || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var probability))
            {
                return Reject<KeyValuePair<SandboxFault, double>[]>(
                    result, $"'{token.Value}' has no probability. Use --fault {parts[0]}=0.1.");
            }

            faults.Add(KeyValuePair.Create(fault, probability));
        }

        return [.. faults];
    }

    private static Option<T> Create<T>(
        string name, string helpName, string description, Func<string, T?> read, Func<string, string> problem, T defaultValue)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result => read(ValueOf(result)) ?? Reject<T>(result, problem(ValueOf(result))),
        };

    private static string ValueOf(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    private static T? Reject<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
