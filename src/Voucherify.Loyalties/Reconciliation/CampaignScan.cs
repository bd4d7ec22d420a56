using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Judges the pages of one search for the adjustments of several cards.</summary>
/// <param name="keys">The adjustments.</param>
/// <param name="bounds">How far back the search goes, and how fresh a page must be.</param>
internal sealed class CampaignScan(IEnumerable<AdjustmentKey> keys, SearchBounds bounds)
{
    private readonly PageEvidence _evidence = new(bounds, allowsAnyOrder: false);
    private readonly Dictionary<string, List<Candidate>> _cards = keys
        .GroupBy(static key => key.VoucherId, StringComparer.Ordinal)
        .ToDictionary(
            static card => card.Key,
            static card => card.Select(static key => new Candidate(key)).ToList(),
            StringComparer.Ordinal);

    /// <summary>What was found about each adjustment so far.</summary>
    public IEnumerable<FoundAdjustment> Results => _cards.Values.SelectMany(static card => card).Select(static one => one.Result);

    /// <summary>Judges the next page.</summary>
    /// <returns>Where the next page begins; null when the search has ended.</returns>
    /// <exception cref="LoyaltyException">The page proves nothing.</exception>
    public string? Add(TransactionPage page)
    {
        bounds.Begin(page.Date);
        _evidence.Check(page);
        foreach (var row in page.Rows)
        {
            if (row is LoyaltyTransaction transaction && _cards.TryGetValue(transaction.VoucherId, out var candidates))
            {
                candidates.ForEach(one => one.Judge(transaction, bounds.AgeOf(row)));
            }
        }

        return _evidence.NextAfter(page);
    }

    /// <summary>An adjustment, and what was found about it.</summary>
    private sealed class Candidate(AdjustmentKey key)
    {
        private readonly ExpectedBalanceTransaction _expected = ExpectedBalanceTransaction.Of(key);

        public FoundAdjustment Result { get; private set; } = new(key, AdjustmentFinding.Absent, null);

        public void Judge(LoyaltyTransaction row, RowAge age)
        {
            var finding = _expected.Judge(row, age) switch
            {
                RowVerdict.Applied => AdjustmentFinding.Applied,
                RowVerdict.Conflict => AdjustmentFinding.Conflict,
                RowVerdict.Doubtful => AdjustmentFinding.Doubtful,
                _ => AdjustmentFinding.Absent,
            };

            // The values are in the order of their weight.
            if (finding > Result.Finding)
            {
                Result = new(key, finding, row);
            }
        }
    }
}
