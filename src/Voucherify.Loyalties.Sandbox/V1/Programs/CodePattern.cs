using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>What the codes of new cards look like (documented as <c>code_config</c>).</summary>
internal sealed record CodePattern
{
    private const string Alphanumerics = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // Eight letters and digits by default (assumed).
    private const int DefaultLength = 8;
    private const int MaxLength = 100;

    public string Charset { get; private init; } = Alphanumerics;

    /// <summary>The pattern. Each <c>#</c> stands for a random character.</summary>
    public string Pattern { get; private init; } = new('#', DefaultLength);

    public static CodePattern Of(JsonElement? voucher)
    {
        if (voucher is not { } root || !JsonBody.TryFindObject(root, "code_config", out var json))
        {
            return new CodePattern();
        }

        // A pattern takes precedence over a length (documented).
        var body = JsonBody.FindString(json, "pattern") is { Length: > 0 } pattern ? pattern : new string('#', LengthOf(json));
        return new CodePattern
        {
            Charset = JsonBody.FindString(json, "charset") is { Length: > 0 } charset ? charset : Alphanumerics,
            Pattern = JsonBody.FindString(json, "prefix") + body + JsonBody.FindString(json, "postfix"),
        };
    }

    private static int LengthOf(JsonElement json) =>
        json.TryGetProperty("length", out var value) && JsonInteger.TryRead(value, out var length)
            ? (int)Math.Clamp(length, 1, MaxLength)
            : DefaultLength;
}
