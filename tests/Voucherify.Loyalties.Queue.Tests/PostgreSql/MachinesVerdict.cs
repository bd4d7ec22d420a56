using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>What the journal of the service says about a run.</summary>
/// <param name="Doubled">Effects beyond the first of an item.</param>
/// <param name="Lost">Items without an effect.</param>
/// <param name="Inverted">Effects that came before that of an earlier item of their card.</param>
/// <param name="Effects">All effects.</param>
/// <param name="Calls">All calls.</param>
/// <param name="Time">From the start of the machines until everything was settled.</param>
internal sealed record MachinesVerdict(int Doubled, int Lost, int Inverted, int Effects, int Calls, TimeSpan Time)
{
    public (int Doubled, int Lost, int Inverted) Faults => (Doubled, Lost, Inverted);

    /// <summary>Sends without an effect. Without losses, those are what the service has refused.</summary>
    public int Refused { get; private init; }

    public static MachinesVerdict Of(LoyaltySandbox sandbox, IReadOnlyList<string> cards, int itemsPerCard, TimeSpan time)
    {
        var journal = sandbox.Journal;
        var effects = journal.ToLookup(static entry => entry.CardId ?? entry.CardCode, static entry => entry.Points);
        var (doubled, lost, inverted) = (0, 0, 0);
        foreach (var card in cards)
        {
            var points = effects[card].ToList();
            var first = points.Distinct().ToList();
            doubled += points.Count - first.Count;
            lost += itemsPerCard - first.Count;
            inverted += first.Zip(first.Skip(1)).Count(static pair => pair.First > pair.Second);
        }

        var requests = sandbox.Requests;
        var posts = requests.Where(static one => one.Key.StartsWith("POST", StringComparison.Ordinal)).Sum(static one => one.Value);
        return new(doubled, lost, inverted, journal.Count, requests.Values.Sum(), time) { Refused = posts - journal.Count };
    }

    public override string ToString() =>
        $"{Effects} effects in {Time.TotalSeconds:f1} s, {Effects / Time.TotalSeconds:f0}/s, {(double)Calls / Effects:f3} calls for each; "
            + $"{Doubled} doubled, {Lost} lost, {Inverted} out of order";
}
