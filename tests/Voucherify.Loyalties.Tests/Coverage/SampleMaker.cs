using System.Globalization;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>
/// Creates a value for a schema: every property has a different value, the same in every run.
/// A round takes one branch of a schema with branches, so as many rounds as there are branches take them all.
/// </summary>
internal sealed class SampleMaker(int round)
{
    // Values that depend on each other: any other expiration type refuses the date beside it, and a type names the id beside it. A method
    // that pays or buys always sends the same mode.
    private static readonly Dictionary<string, string> Fitting = new(StringComparer.Ordinal)
    {
        ["#/components/schemas/AdjustBalanceRequest/properties/expiration_type"] = "CUSTOM_DATE",
        ["#/components/schemas/CustomerIdentification/oneOf/0/properties/type"] = "customer_id",
        ["#/components/schemas/CustomerIdentification/oneOf/1/properties/type"] = "customer_source_id",
        ["#/components/schemas/CustomerIdentification/oneOf/2/properties/type"] = "member_id",
        ["#/components/schemas/PayOrderRequest/properties/mode"] = "TRANSACTION",
        ["#/components/schemas/PurchaseRewardRequest/properties/mode"] = "TRANSACTION",
    };

    private const string Iso8601 = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private int _number;
    private int _parts = 1;

    /// <summary>The largest number of branches seen so far, which is the number of rounds that take them all.</summary>
    public int Branches { get; private set; } = 1;

    public SampleValue Make(DocumentNode place) => Make(place, place.Pointer);

    /// <param name="place">The schema.</param>
    /// <param name="pointer">The place of the property that has this schema. A gap is reported by this name.</param>
    private SampleValue Make(DocumentNode place, string pointer)
    {
        var schema = place.Resolved();
        var parts = schema.Child("allOf").Items().ToList();
        if (parts is [var only])
        {
            return Named(Make(only, pointer), schema);
        }

        if (schema.Child("oneOf").Items().Concat(schema.Child("anyOf").Items()).ToList() is { Count: > 0 } branches)
        {
            return Named(Choose(branches.Count, index => Make(branches[index], pointer)), schema);
        }

        return Named(parts.Count > 0 ? Merged(parts, pointer) : Plain(schema, pointer), schema);
    }

    // A choice within another one is made anew for each branch of that one.
    private SampleValue Choose(int count, Func<int, SampleValue> make)
    {
        var index = round / _parts % count;
        _parts *= count;
        Branches = Math.Max(Branches, _parts);
        var made = make(index);
        _parts /= count;
        return made;
    }

    private static SampleValue Named(SampleValue value, DocumentNode schema) => value with
    {
        MemberName = value.MemberName ?? schema.GetString("x-name"),
        Unwrap = value.Unwrap || schema.GetFlag("x-unwrap"),
    };

    private SampleValue Merged(List<DocumentNode> parts, string pointer) => new(pointer)
    {
        Members = parts.SelectMany(part => Make(part, pointer).Members ?? new Dictionary<string, SampleValue>())
            .ToDictionary(StringComparer.Ordinal),
    };

    private SampleValue Plain(DocumentNode schema, string pointer) => schema.GetString("type") switch
    {
        "object" => Object(schema, pointer),
        "array" => new(pointer) { Items = [Make(schema.Child("items")!.Value), Make(schema.Child("items")!.Value)] },
        "integer" => new(pointer) { Leaf = ++_number },
        "number" => new(pointer) { Leaf = ++_number + 0.5m },
        "boolean" => new(pointer) { Leaf = ++_number % 2 == 0 },
        "string" => new(pointer) { Leaf = Text(schema, pointer) },
        _ => new(pointer) { Leaf = new JsonObject { ["raw"] = ++_number } },
    };

    private SampleValue Object(DocumentNode schema, string pointer)
    {
        if (schema.Child("x-choice") is not { } choice)
        {
            return Object(schema, pointer, static _ => true);
        }

        // A value of one member decides which others may be set.
        var values = choice.Child("values").Members().ToList();
        var chosen = values.SelectMany(static value => Names(value.Value)).ToHashSet(StringComparer.Ordinal);
        return Choose(values.Count, index =>
        {
            var needed = Names(values[index].Value).ToHashSet(StringComparer.Ordinal);
            var made = Object(schema, pointer, name => needed.Contains(name) || !chosen.Contains(name));
            var members = made.Members!.ToDictionary(StringComparer.Ordinal);
            var member = choice.GetString("member")!;
            members[member] = members[member] with { Leaf = values[index].Name };
            return made with { Members = members };
        });
    }

    private static IEnumerable<string> Names(DocumentNode value) => ((DocumentNode?)value).Items().Select(name => name.Node.ToString());

    private SampleValue Object(DocumentNode schema, string pointer, Func<string, bool> isWanted)
    {
        var members = schema.Child("properties").Members()
            .Where(member => isWanted(member.Name))
            .ToDictionary(member => member.Name, member => Make(member.Value, member.Value.Pointer), StringComparer.Ordinal);
        if (schema.Child("additionalProperties") is { Node: JsonObject } values)
        {
            members["key"] = Make(values);
        }
        else if (schema.GetFlag("additionalProperties"))
        {
            members["free"] = new(pointer) { Leaf = new JsonArray(++_number, "text", null, true) };
        }

        return new(pointer) { Members = members };
    }

    private string Text(DocumentNode schema, string pointer) => schema.GetString("format") switch
    {
        _ when Fitting.TryGetValue(pointer, out var fitting) => fitting,
        "date" => new DateOnly(2024, 1, 1).AddDays(++_number).ToString("O", CultureInfo.InvariantCulture),
        "date-time" => new DateTime(2024, 1, 1, 3, 4, 5, 678).AddDays(++_number).ToString(Iso8601, CultureInfo.InvariantCulture),
        _ when schema.Child("enum").Items().ToList() is { Count: > 0 } values => values[++_number % values.Count].Node.ToString(),
        _ => $"text {++_number} ä&=/+%[]",
    };
}
