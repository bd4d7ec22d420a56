using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>How the codes of cards are formed. A response always has all five properties (documented).</summary>
internal static class CodeConfig
{
    public const string Charset = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    public const string Default = $$"""{"pattern":"##########","length":10,"charset":"{{Charset}}","prefix":"","postfix":""}""";

    private const int DefaultLength = 10;
    private const int MaxLength = 100;

    public static JsonElement Complete(JsonElement json)
    {
        var pattern = JsonBody.FindString(json, "pattern") ?? new string('#', LengthOf(json));
        return JsonBuffer.WriteElement(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("pattern", pattern);
            writer.WriteNumber("length", pattern.Count(static character => character is '#'));
            writer.WriteString("charset", JsonBody.FindString(json, "charset") ?? Charset);
            writer.WriteString("prefix", JsonBody.FindString(json, "prefix") ?? string.Empty);
            writer.WriteString("postfix", JsonBody.FindString(json, "postfix") ?? string.Empty);
            writer.WriteEndObject();
        });
    }

    private static int LengthOf(JsonElement json) =>
        json.TryGetProperty("length", out var length) && JsonInteger.TryRead(length, out var number) && number is > 0 and <= MaxLength
            ? (int)number
            : DefaultLength;
}
