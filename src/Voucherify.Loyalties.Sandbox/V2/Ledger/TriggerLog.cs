namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>When rules gave points to a member.</summary>
internal sealed class TriggerLog
{
    private readonly Dictionary<string, List<DateTimeOffset>> _times = new(StringComparer.Ordinal);

    public IReadOnlyList<DateTimeOffset> Of(string ruleId) => _times.GetValueOrDefault(ruleId) ?? [];

    public void Add(string ruleId, DateTimeOffset time)
    {
        if (!_times.TryGetValue(ruleId, out var times))
        {
            _times.Add(ruleId, times = []);
        }

        // A rule with several effects gives points once.
        if (times.Count == 0 || times[^1] != time)
        {
            times.Add(time);
        }
    }
}
