using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>
/// Creates the .NET value for a sample. A property that the type does not have is left out, so the request lacks it and the gap is noticed.
/// </summary>
internal static class ArgumentMaker
{
    public static object Make(SampleValue sample, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(sample.ToJson());
        }

        if (type == typeof(LoyaltyMetadata))
        {
            return JsonSerializer.Deserialize<LoyaltyMetadata>(sample.ToJson()!.ToJsonString())!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StringOr<>))
        {
            return Activator.CreateInstance(type, sample.Leaf is null ? Make(sample, type.GenericTypeArguments[0]) : sample.Text)!;
        }

        return sample switch
        {
            { Unwrap: true, Members: { } members } => Make(members.Values.Single() with { MemberName = sample.MemberName }, type),
            { Items: { } items } => List(items, type),
            { Members: { } members } => type.IsAssignableTo(typeof(IEnumerable)) ? Map(members, type) : Record(members, type),
            _ => Leaf(sample, type),
        };
    }

    /// <summary>Creates an id: a string, or an id type with a constructor that takes one.</summary>
    public static object MakeId(string id, Type type) => type == typeof(string) ? id : Activator.CreateInstance(type, id)!;

    private static object Leaf(SampleValue sample, Type type)
    {
        var text = sample.Text;
        if (type == typeof(DateOnly))
        {
            return DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
        }

        if (type == typeof(DateTimeOffset))
        {
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        }

        // An open enum, or a date that keeps its string.
        return type.GetConstructor([typeof(string)]) is { } constructor && type != typeof(string)
            ? constructor.Invoke([text])
            : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }

    private static IList List(IReadOnlyList<SampleValue> items, Type type)
    {
        var item = type.GenericTypeArguments[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var sample in items)
        {
            list.Add(Make(sample, item));
        }

        return list;
    }

    private static IDictionary Map(IReadOnlyDictionary<string, SampleValue> members, Type type)
    {
        var value = type.GenericTypeArguments[1];
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (var (name, sample) in members)
        {
            map[name] = Make(sample, value);
        }

        return map;
    }

    private static object Record(IReadOnlyDictionary<string, SampleValue> members, Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var (name, sample) in members)
        {
            if (type.GetProperties().SingleOrDefault(property => Is(property, name, sample)) is { } property)
            {
                property.SetValue(record, Make(sample, property.PropertyType));
            }
        }

        return record;
    }

    // JSON properties state their name on the wire. Those of queries and forms do not, so the C# name decides.
    private static bool Is(PropertyInfo property, string wire, SampleValue sample) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } attribute
            ? attribute.Name == wire
            : string.Equals(property.Name, sample.MemberName ?? Letters(wire), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string wire) => string.Concat(wire.Where(char.IsAsciiLetterOrDigit));
}
