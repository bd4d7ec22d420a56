using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The moments at which days begin that matter to cards.</summary>
internal sealed class DayWatch(WorkQueue work)
{
    private readonly Dictionary<DateTimeOffset, HashSet<LoyaltyCard>> _cards = [];

    /// <summary>What happens to the cards when their day begins.</summary>
    public Action<IReadOnlyCollection<LoyaltyCard>, DateTimeOffset> OnDay { get; set; } = static (_, _) => { };

    /// <summary>Notes that something happens to a card at the beginning of a day.</summary>
    public void Watch(LoyaltyCard card, DateTimeOffset begin)
    {
        if (begin == DateTimeOffset.MaxValue)
        {
            return;
        }

        if (!_cards.TryGetValue(begin, out var cards))
        {
            _cards.Add(begin, cards = []);
            work.Add(begin, now =>
            {
                _cards.Remove(begin);
                OnDay(cards, now);
            });
        }

        cards.Add(card);
    }
}
