using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>Checks a transfer before it is sent. Only the service can tell whether a card has enough points.</summary>
internal static class TransferPointsRules
{
    /// <summary>Rejects what the service would refuse, and what it may interpret in undocumented ways.</summary>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public static void Check(string memberId, IReadOnlyList<PointsTransferItem> items)
    {
        if (items.Count == 0)
        {
            throw new ArgumentException("A transfer needs at least one card that gives points.", nameof(items));
        }

        var cards = new HashSet<string>(StringComparer.Ordinal) { memberId };
        var sourceIds = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            CheckItem(items[i], $"items[{i}]");
            if (!cards.Add(items[i].Code.Value))
            {
                throw new ArgumentException(
                    "A card cannot give points to itself or appear in a transfer twice, because the service does not document the effect."
                    + " Add up the points of a card in one item.",
                    $"items[{i}].Code");
            }

            if (items[i].SourceId is { } sourceId && !sourceIds.Add(sourceId))
            {
                throw new ArgumentException(
                    "Two items have the same SourceId, so they could not be told apart in the receiving card's transactions.",
                    $"items[{i}].SourceId");
            }
        }
    }

    /// <summary>Rejects a transfer that could not be found again.</summary>
    /// <exception cref="ArgumentException">An item has no id.</exception>
    public static void CheckSourceIds(PointsTransferItem[] items)
    {
        var nameless = Array.FindIndex(items, static item => item.SourceId is null);
        if (nameless >= 0)
        {
            throw new ArgumentException(
                "SourceId is missing: an item cannot be found without the id that it was sent with.",
                $"items[{nameless}].SourceId");
        }
    }

    private static void CheckItem(PointsTransferItem? item, string name)
    {
        ArgumentNullException.ThrowIfNull(item, name);

        // The code of a card is also a path segment when its transactions are looked up.
        IdCheck.Require(item.Code, $"{name}.Code");
        if (item.Points is < 1 or > PointsRules.Most)
        {
            throw new ArgumentException(
                $"Points must be from 1 to {PointsRules.Most}, not {item.Points}:"
                + " a transfer takes points from the cards of the items.",
                $"{name}.Points");
        }

        if (SourceIdRules.Complaint(item.SourceId) is { } complaint)
        {
            throw new ArgumentException(complaint, $"{name}.SourceId");
        }
    }
}
