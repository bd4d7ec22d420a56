using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>What the codes of new cards look like (D: <c>code_config</c>).</summary>
internal sealed record CodePattern
{
    private const string Alphanumerics = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // Eight letters and digits unless said otherwise (A).
    private const int DefaultLength = 8;
    private const int LargestLength = 100;

    public string Charset { get; private init; } = Alphanumerics;

    /// <summary>Each <c>#</c> stands for a random character.</summary>
    public string Pattern { get; private init; } = new('#', DefaultLength);

    public static CodePattern Of(JsonElement? voucher)
    {
        if (voucher is not { } root || !root.TryGetProperty("code_config", out var json) || json.ValueKind != JsonValueKind.Object)
        {
            return new CodePattern();
        }

        var length = json.TryGetProperty("length", out var value) && JsonInteger.TryRead(value, out var number) ? (int)Math.Clamp(number, 1, LargestLength) : DefaultLength;
        return new CodePattern
        {
            Charset = JsonBody.Text(json, "charset") is { Length: > 0 } charset ? charset : Alphanumerics,

            // A pattern goes before a length (D).
            Pattern = JsonBody.Text(json, "prefix") + (JsonBody.Text(json, "pattern") is { Length: > 0 } pattern ? pattern : new string('#', length)) + JsonBody.Text(json, "postfix"),
        };
    }
}
