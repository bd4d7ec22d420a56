using System.Globalization;
using System.Text.Json;

namespace Voucherify.Loyalties.V2;

/// <summary>
/// A rule of a <see cref="RuleGroup"/>: what it is about, and its conditions, which must all hold. Each condition returns a new rule with
/// it. Which names are possible depends on the trigger of the earning rule. The cost of a reward knows customers and members only.
/// </summary>
public sealed class Rule : RulePart
{
    private const int MaxConditions = 10;

    private readonly string _name;
    private readonly string? _property;
    private readonly string? _schemaId;
    private readonly (string Operator, RuleValue[] Values)[] _conditions;

    private Rule(string name, string? property, string? schemaId, (string Operator, RuleValue[] Values)[] conditions) =>
        (_name, _property, _schemaId, _conditions) = (name, property, schemaId, conditions);

    /// <summary>The amount of the order, in minor currency units.</summary>
    public static Rule OrderAmount { get; } = Of("order.amount");

    /// <summary>The amount of the order before any discount, in minor currency units.</summary>
    public static Rule OrderInitialAmount { get; } = Of("order.initial_amount");

    /// <summary>The amount of the order after all discounts, in minor currency units.</summary>
    public static Rule OrderTotalAmount { get; } = Of("order.total_amount");

    /// <summary>The number of units in the order.</summary>
    public static Rule OrderItemsQuantity { get; } = Of("order.items.quantity");

    /// <summary>The segments of the customer. Give each as <see cref="RuleValue.Reference"/>.</summary>
    public static Rule CustomerSegment { get; } = Of("customer.segment");

    /// <summary>A property of the customer's metadata.</summary>
    /// <param name="property">The name of the property.</param>
    /// <exception cref="ArgumentException">The property is empty.</exception>
    public static Rule CustomerMetadata(string property) => Of("customer.metadata", property);

    /// <summary>A property of the member's metadata, for the cost of a reward.</summary>
    /// <param name="property">The name of the property.</param>
    /// <exception cref="ArgumentException">The property is empty.</exception>
    public static Rule MemberMetadata(string property) => Of("member.metadata", property);

    /// <summary>A property of the order's metadata.</summary>
    /// <param name="property">The name of the property.</param>
    /// <exception cref="ArgumentException">The property is empty.</exception>
    public static Rule OrderMetadata(string property) => Of("order.metadata", property);

    /// <summary>A property of the metadata of an event of your own.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="schemaId">The id of the event's schema, such as <c>ms_...</c>.</param>
    /// <exception cref="ArgumentException">The property or the schema is empty.</exception>
    public static Rule CustomEventMetadata(string property, string schemaId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(schemaId);
        return new("custom_event.metadata", Of("custom_event.metadata", property)._property, schemaId, []);
    }

    /// <summary>Anything else that the service knows, such as <c>order.items.count</c>.</summary>
    /// <param name="name">The name of the rule.</param>
    /// <param name="property">The name of the property, if the rule is about metadata.</param>
    /// <exception cref="ArgumentException">The name is empty, or the rule is about metadata and has no property.</exception>
    public static Rule Of(string name, string? property = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name.EndsWith(".metadata", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(property)
            ? throw new ArgumentException($"A rule about {name} needs the name of a property.", nameof(property))
            : new(name, property, schemaId: null, []);
    }

    /// <summary>The property has one of these values.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <exception cref="ArgumentException">There is no value, one is null, or the rule has the condition already.</exception>
    public Rule Is(params RuleValue[] values) => With("$is", values);

    /// <summary>The property has none of these values.</summary>
    /// <inheritdoc cref="Is"/>
    public Rule IsNot(params RuleValue[] values) => With("$is_not", values);

    /// <summary>The property is in this list.</summary>
    /// <inheritdoc cref="Is"/>
    public Rule In(params RuleValue[] values) => With("$in", values);

    /// <summary>The property is not in this list.</summary>
    /// <inheritdoc cref="Is"/>
    public Rule NotIn(params RuleValue[] values) => With("$not_in", values);

    /// <summary>The property is more than a number.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The rule has the condition already.</exception>
    public Rule MoreThan(long value) => With("$more_than", [value]);

    /// <summary>The property is a number or more.</summary>
    /// <inheritdoc cref="MoreThan"/>
    public Rule MoreThanOrEqual(long value) => With("$more_than_or_equal", [value]);

    /// <summary>The property is less than a number.</summary>
    /// <inheritdoc cref="MoreThan"/>
    public Rule LessThan(long value) => With("$less_than", [value]);

    /// <summary>The property is a number or less.</summary>
    /// <inheritdoc cref="MoreThan"/>
    public Rule LessThanOrEqual(long value) => With("$less_than_or_equal", [value]);

    /// <summary>The property is on one of these days of the week.</summary>
    /// <param name="days">The days, at least one.</param>
    /// <exception cref="ArgumentException">There is no day, or the rule has the condition already.</exception>
    public Rule OnDays(params DayOfWeek[] days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return With("$dow", [.. days.Distinct().Select(static day => (RuleValue)(long)day)]);
    }

    /// <summary>A condition with any operator that the service knows, such as <c>$from</c>.</summary>
    /// <param name="operator">The operator.</param>
    /// <param name="values">The values, at least one.</param>
    /// <exception cref="ArgumentException">
    /// The operator does not begin with <c>$</c>, there is no value, one is null, or the rule has the condition already, or ten conditions.
    /// </exception>
    public Rule With(string @operator, params RuleValue[] values)
    {
        ArgumentNullException.ThrowIfNull(@operator);
        ArgumentNullException.ThrowIfNull(values);
        if (@operator is not ['$', _, ..])
        {
            throw new ArgumentException($"'{@operator}' is no operator: they begin with $, such as $is.", nameof(@operator));
        }

        if (values.Length == 0 || Array.Exists(values, static value => value.IsNull))
        {
            throw new ArgumentException("A condition needs at least one value, and no value may be null.", nameof(values));
        }

        if (_conditions.Length == MaxConditions || Array.Exists(_conditions, one => one.Operator == @operator))
        {
            throw new ArgumentException(
                $"A rule has at most {MaxConditions} conditions, and each operator once. Use another rule for more.", nameof(@operator));
        }

        return new(_name, _property, _schemaId, [.. _conditions, (@operator, [.. values])]);
    }

    internal override string AddTo(List<Rule> numbered)
    {
        if (_conditions.Length == 0)
        {
            throw new InvalidOperationException($"The rule about {_name} has no condition.");
        }

        numbered.Add(this);
        return numbered.Count.ToString(CultureInfo.InvariantCulture);
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", _name);
        if (_property is not null)
        {
            writer.WriteString("property", _property);
        }

        if (_schemaId is not null)
        {
            writer.WriteString("schema_id", _schemaId);
        }

        writer.WriteStartObject("conditions");
        foreach (var (@operator, values) in _conditions)
        {
            writer.WriteStartArray(@operator);
            foreach (var value in values)
            {
                value.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
