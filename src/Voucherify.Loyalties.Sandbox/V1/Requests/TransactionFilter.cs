using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// The <c>filters</c> of a transactions list: <c>filters[field][conditions][$op]=v</c> or <c>...[$op][i]=v</c>. The list of a member
/// accepts <c>id</c> and <c>created_at</c>, that of a campaign <c>id</c> and <c>voucher_id</c> (documented). The junction joins all
/// conditions, even those of one field (assumed).
/// </summary>
internal sealed class TransactionFilter
{
    public static readonly IReadOnlySet<string> MemberFields = new HashSet<string>(StringComparer.Ordinal) { "id", "created_at" };
    public static readonly IReadOnlySet<string> CampaignFields = new HashSet<string>(StringComparer.Ordinal) { "id", "voucher_id" };

    private readonly Dictionary<(string Field, string Operator), List<string>> _operands = [];
    private readonly List<Func<Transaction, bool>> _conditions = [];
    private bool _isAny;

    public bool Accepts(Transaction transaction) => _conditions.Count == 0
        || (_isAny ? _conditions.Exists(holds => holds(transaction)) : _conditions.TrueForAll(holds => holds(transaction)));

    /// <summary>Reads the filters, or says what is wrong with them.</summary>
    public static bool TryParse(
        SandboxCall call,
        IReadOnlySet<string> fields,
        [NotNullWhen(true)] out TransactionFilter? filter,
        [NotNullWhen(false)] out string? problem)
    {
        (filter, problem) = (new TransactionFilter(), null);
        foreach (var (name, value) in call.Target.Query.Pairs)
        {
            if (name.StartsWith("filters[", StringComparison.Ordinal) && !filter.TryCollect(name, value, fields))
            {
                (filter, problem) = (null, $"Property .{name} is not a supported filter");
                return false;
            }
        }

        foreach (var ((field, @operator), operands) in filter._operands)
        {
            if (Build(field, @operator, operands, call.Now) is not { } condition)
            {
                (filter, problem) = (null, $"Property .filters[{field}][conditions][{@operator}] is invalid");
                return false;
            }

            filter._conditions.Add(condition);
        }

        return true;
    }

    private bool TryCollect(string name, string value, IReadOnlySet<string> fields)
    {
        if (!DeepObject.TrySplit(name, out var parts))
        {
            return false;
        }

        switch (parts)
        {
            case [_, "junction"] when value.ToUpperInvariant() is "AND" or "OR":
                _isAny = value.Length == 2;
                return true;
            case [_, var field, "conditions", var @operator, ..] when parts.Count <= 5 && fields.Contains(field):
                if (!_operands.TryGetValue((field, @operator), out var operands))
                {
                    _operands.Add((field, @operator), operands = []);
                }

                operands.Add(value);
                return true;
            default:
                return false;
        }
    }

    private static Func<Transaction, bool>? Build(string field, string @operator, List<string> operands, DateTimeOffset now)
    {
        if (field is "created_at")
        {
            return DateTimeCondition.Build(@operator, operands[0], now) is { } holds ? row => holds(row.CreatedAt) : null;
        }

        if (StringCondition.Build(@operator, operands) is not { } matches)
        {
            return null;
        }

        return field is "voucher_id" ? row => matches(row.Card.Id) : row => matches(row.Id);
    }
}
