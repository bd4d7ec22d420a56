using System.Globalization;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>Compares a sent request with the samples. Each gap begins with the JSON pointer of what is not covered.</summary>
internal static class WireComparer
{
    public static IEnumerable<string> Compare(CoveredOperation operation, SentRequest sent)
    {
        if (sent.Method.Method != operation.HttpMethod || sent.Uri.AbsolutePath != operation.Path)
        {
            yield return $"{operation.Pointer}: sent {sent.Method} {sent.Uri.AbsolutePath}, not {operation.HttpMethod} {operation.Path}";
        }

        var query = Pairs(Flat(operation.Query, isForm: false), sent.Uri.Query.TrimStart('?'), operation.Pointer);
        foreach (var gap in query.Concat(Body(operation, sent)))
        {
            yield return gap;
        }
    }

    private static IEnumerable<string> Body(CoveredOperation operation, SentRequest sent)
    {
        if (operation.Body is null)
        {
            return string.IsNullOrEmpty(sent.Body) ? [] : [$"{operation.Pointer}: sent a body: {sent.Body}"];
        }

        if (operation.IsForm)
        {
            return Pairs(Flat(operation.Body, isForm: true), sent.Body!.Replace('+', ' '), operation.Pointer);
        }

        return Json(operation.Body, sent.Body is { Length: > 0 } body ? JsonNode.Parse(body) : null);
    }

    private static IEnumerable<string> Json(SampleValue expected, JsonNode? sent)
    {
        if (sent is null)
        {
            return [$"{expected.Pointer}: never on the wire"];
        }

        return (expected, sent) switch
        {
            ({ Members: { } members }, JsonObject item) => members.SelectMany(member => Json(member.Value, item[member.Key]))
                .Concat(item.Where(member => !members.ContainsKey(member.Key)).Select(
                    member => $"{expected.Pointer}: sent '{member.Key}', which is not in the document")),
            ({ Items: { } items }, JsonArray list) when items.Count == list.Count => items.Zip(list, Json).SelectMany(gaps => gaps),
            ({ Leaf: { } leaf }, _) when JsonNode.DeepEquals(leaf, sent) => [],
            _ => [$"{expected.Pointer}: sent {sent.ToJsonString()}, not {expected.ToJson().ToJsonString()}"],
        };
    }

    private static IEnumerable<string> Pairs(
        IEnumerable<(string Name, string Value, string Pointer)> expected, string encoded, string pointer)
    {
        var sent = encoded.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Uri.UnescapeDataString(pair[0]), Value: Uri.UnescapeDataString(pair[1])))
            .ToList();
        foreach (var (name, value, place) in expected)
        {
            if (!sent.Remove((name, value)))
            {
                yield return sent.Find(pair => pair.Name == name) is { Name: not null } other
                    ? $"{place}: sent {name}={other.Value}, not {name}={value}"
                    : $"{place}: '{name}' never on the wire";
            }
        }

        foreach (var (name, value) in sent)
        {
            yield return $"{pointer}: sent {name}={value}, which is not in the document";
        }
    }

    private static IEnumerable<(string Name, string Value, string Pointer)> Flat(SampleValue sample, bool isForm) =>
        sample.Members!.SelectMany(member => Flat(member.Value, member.Key, isForm, isNested: false));

    // An object in a query has its keys in brackets (style deepObject), and a list in it is numbered. Any other list repeats its name.
    private static IEnumerable<(string Name, string Value, string Pointer)> Flat(
        SampleValue sample, string name, bool isForm, bool isNested) => sample switch
        {
            { Members: { } members } => members.SelectMany(member => Flat(member.Value, $"{name}[{member.Key}]", isForm, isNested: true)),
            { Items: { } items } when isForm => [(name, string.Join(' ', items.Select(item => item.Text)), sample.Pointer)],
            { Items: { } items } => items.SelectMany((item, index) =>
                Flat(item, isNested ? string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]") : name, isForm, isNested)),
            _ => [(name, sample.Text, sample.Pointer)],
        };
}
