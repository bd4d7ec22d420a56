using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Bodies that a broken or hostile server could send: random bytes, random JSON, and changed good responses.</summary>
internal static class HostileResponses
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf(
            "",
            "id",
            "data",
            "object",
            "balance",
            "points",
            "total",
            "type",
            "details",
            "has_more",
            "more_starting_after",
            "created_at",
            "code",
            "key",
            "error",
            "message",
            "access_token",
            "expires_in"),
        Gen.OneOf(
            "POINTS_ADDITION",
            "order-1",
            "2024-02-30",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-14:00",
            "1e999",
            "-0",
            "NaN",
            "true",
            "2147483648",
            "\ud800",
            "\u0000"),
        Gen.String[0, 8]);

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.OneOf(
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "0",
            "-1",
            "1e5",
            "1E999",
            "-0.0",
            "0.1e-400",
            "1.5",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "\"\\ud800\"",
            "\"\\udc00x\""),
        Gen.Long.Select(static number => $"{number}"),
        Text.Select(Quoted));

    /// <summary>JSON of any shape. Its properties often have names that responses use.</summary>
    public static Gen<string> Json { get; } = Gen.Recursive<string>((depth, inner) => depth > 4 ? Leaf : Gen.Frequency(
        (3, Leaf),
        (2, inner.Array[0, 4].Select(static items => $"[{string.Join(',', items)}]")),
        (
            3,
            Gen.Select(
                Text.Select(Quoted),
                inner,
                static (name, value) => $"{name}:{value}").Array[0, 5].Select(static members => $"{{{string.Join(',', members)}}}"))));

    /// <summary>Returns hostile variants of a good body.</summary>
    public static Gen<byte[]> VariantsOf(string good)
    {
        var bytes = Encoding.UTF8.GetBytes(good);
        return Gen.Frequency(
            (1, Gen.Byte.Array[0, 200]),
            (2, Json.Select(Encoding.UTF8.GetBytes)),
            (1, Gen.Int[1, 20_000].Select(static depth => Encoding.UTF8.GetBytes(new string('[', depth)))),
            (3, Corrupted(bytes)),
            (5, Replaced(good)));
    }

    /// <summary>Changes, truncates, removes or inserts bytes.</summary>
    private static Gen<byte[]> Corrupted(byte[] good)
    {
        var at = Gen.Int[0, good.Length - 1];
        return Gen.OneOf(
            Gen.Select(at, Gen.Byte, (where, value) => good.Select((old, index) => index == where ? value : old).ToArray()),
            at.Select(where => good[..where]),
            Gen.Select(at, Gen.Int[1, 20], (where, length) => good.Where((_, index) => index < where || index >= where + length).ToArray()),
            Gen.Select(at, Gen.Byte.Array[1, 8], (where, more) => (byte[])[.. good[..where], .. more, .. good[where..]]));
    }

    /// <summary>Replaces one to three members with other JSON.</summary>
    private static Gen<byte[]> Replaced(string good)
    {
        var places = Places(JsonNode.Parse(good)!).Count;
        return Gen.Select(Gen.Int[0, Math.Max(0, places - 1)], Json).Array[1, 3].Select(changes =>
        {
            var response = JsonNode.Parse(good)!;
            var found = Places(response);
            foreach (var (place, json) in changes.Where(_ => found.Count > 0))
            {
                found[place]($"\u0001{json}\u0001");
            }

            // The new JSON is inserted as a marked string first, since not all of it could be parsed and written again.
            return Encoding.UTF8.GetBytes(Unquoted(response.ToJsonString(), changes.Select(static change => change.Item2)));
        });
    }

    private static string Unquoted(string response, IEnumerable<string> replaced) =>
        replaced.Aggregate(
            response,
            static (text, json) => text.Replace(JsonValue.Create($"\u0001{json}\u0001").ToJsonString(), json, StringComparison.Ordinal));

    /// <summary>Returns a setter for each member and item at any depth.</summary>
    private static List<Action<string>> Places(JsonNode node) => node switch
    {
        JsonObject parent => [.. parent.ToList().SelectMany(member => Below(member.Value).Prepend(json => parent[member.Key] = json))],
        JsonArray items =>
        [
            .. Enumerable.Range(0, items.Count).SelectMany(index => Below(items[index]).Prepend(json => items[index] = json)),
        ],
        _ => [],
    };

    private static List<Action<string>> Below(JsonNode? node) => node is null ? [] : Places(node);

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
