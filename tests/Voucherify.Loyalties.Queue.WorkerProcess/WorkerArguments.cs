using System.Globalization;

namespace Voucherify.Loyalties.Queue.WorkerProcess;

/// <summary>The arguments of the process, each as <c>name=value</c>.</summary>
internal sealed class WorkerArguments(string[] arguments)
{
    private readonly Dictionary<string, string> _values = arguments
        .Select(static argument => argument.Split('=', 2))
        .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    /// <summary>The file of the queue, if it is in SQLite.</summary>
    public string File => _values["file"];

    /// <summary>How to connect to the queue, if it is in PostgreSQL; null otherwise.</summary>
    public string? Postgres => _values.GetValueOrDefault("postgres");

    /// <summary>Whether the worker leaves out the last check before it sends.</summary>
    public bool IsUnguarded => _values.ContainsKey("unguarded");

    /// <summary>The share of the rate that the workers use; null for the default.</summary>
    public double? Share =>
        _values.TryGetValue("share", out var value) ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The address of the sandbox.</summary>
    public Uri Address => new(_values["address"]);

    /// <summary>The key of the sandbox.</summary>
    public LoyaltyCredentials Credentials => LoyaltyCredentials.ApiKey(_values["app-id"], _values["app-token"]);

    /// <summary>The window of the client.</summary>
    public TimeSpan Window => TimeSpan.FromSeconds(double.Parse(_values["window"], CultureInfo.InvariantCulture));

    /// <summary>The point at which the process ends itself; null for none.</summary>
    public string? EndsAt => _values.GetValueOrDefault("ends-at");

    /// <summary>Whether it freezes there instead of ending.</summary>
    public bool Freezes => _values.ContainsKey("freezes");

    /// <summary>A pragma for the file; null for none.</summary>
    public string? Pragma => _values.GetValueOrDefault("pragma");

    /// <summary>The cap of the cycle; null for none.</summary>
    public long? Cap => Number("cap");

    /// <summary>The calls a minute; null for no limit.</summary>
    public int? Rate => (int?)Number("rate");

    private long? Number(string name) =>
        _values.TryGetValue(name, out var value) ? long.Parse(value, CultureInfo.InvariantCulture) : null;
}
