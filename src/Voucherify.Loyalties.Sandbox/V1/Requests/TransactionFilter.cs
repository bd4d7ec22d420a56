using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// The <c>filters</c> of a transactions list: <c>filters[field][conditions][$op]=v</c> or <c>...[$op][i]=v</c>. A member's
/// list takes <c>id</c> and <c>created_at</c>, a campaign's <c>id</c> and <c>voucher_id</c> (D).
/// The junction joins all conditions, also those of one field (A).
/// </summary>
internal sealed class TransactionFilter
{
    public static readonly IReadOnlySet<string> MemberFields = new HashSet<string>(StringComparer.Ordinal) { "id", "created_at" };
    public static readonly IReadOnlySet<string> CampaignFields = new HashSet<string>(StringComparer.Ordinal) { "id", "voucher_id" };

    private readonly List<Func<Transaction, bool>> _conditions = [];
    private bool _any;

    public bool Accepts(Transaction transaction) =>
        _conditions.Count == 0
        || (_any ? _conditions.Exists(holds => holds(transaction)) : _conditions.TrueForAll(holds => holds(transaction)));

    public static bool TryParse(
        UrlEncodedValues parameters,
        IReadOnlySet<string> fields,
        DateTimeOffset now,
        [NotNullWhen(true)] out TransactionFilter? filter,
        [NotNullWhen(false)] out string? problem)
    {
        (filter, problem) = (new TransactionFilter(), null);
        var operands = new Dictionary<(string Field, string Operator), List<string>>();
        foreach (var (name, value) in parameters.Pairs)
        {
            if (name.StartsWith("filters[", StringComparison.Ordinal) && !filter.TryCollect(name, value, fields, operands))
            {
                (filter, problem) = (null, $"Property .{name} is not a supported filter");
                return false;
            }
        }

        foreach (var ((field, @operator), values) in operands)
        {
            if (Build(field, @operator, values, now) is not { } condition)
            {
                (filter, problem) = (null, $"Property .filters[{field}][conditions][{@operator}] is invalid");
                return false;
            }

            filter._conditions.Add(condition);
        }

        return true;
    }

    private bool TryCollect(
        string name,
        string value,
        IReadOnlySet<string> fields,
        Dictionary<(string Field, string Operator), List<string>> operands)
    {
        if (!DeepObject.TrySplit(name, out var parts))
        {
            return false;
        }

        switch (parts)
        {
            case [_, "junction"] when value.ToUpperInvariant() is "AND" or "OR":
                _any = value.Length == 2;
                return true;
            case [_, var field, "conditions", _, ..] when parts.Count <= 5 && fields.Contains(field):
                var condition = (field, parts[3]);
                if (!operands.TryGetValue(condition, out var values))
                {
                    operands.Add(condition, values = []);
                }

                values.Add(value);
                return true;
            default:
                return false;
        }
    }

    private static Func<Transaction, bool>? Build(string field, string @operator, List<string> values, DateTimeOffset now)
    {
        if (field is "created_at")
        {
            return DateTimeCondition.Build(@operator, values[0], now) is { } holds ? row => holds(row.CreatedAt) : null;
        }

        if (StringCondition.Build(@operator, values) is not { } matches)
        {
            return null;
        }

        return field is "voucher_id" ? row => matches(row.Card.Id) : row => matches(row.Id);
    }
}
