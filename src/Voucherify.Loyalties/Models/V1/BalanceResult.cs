using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Generated.V1.Json;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V1;

public sealed partial record BalanceResult : IWriteResult
{
    /// <summary>
    /// The <c>source_id</c> that the adjustment was sent with: the request's, or the generated one. Set by the client; not part of the
    /// response. A <c>JsonSerializerContext</c> of your own writes and reads it as <c>source_id</c>.
    /// </summary>
    [JsonIgnore]
    public string? SourceId { get; set; }

    /// <summary>
    /// Whether the response was lost and the adjustment was found in the card's transactions. The balance is then the one after the
    /// adjustment, or null if the transaction does not contain it. Set by the client; not part of the response. A
    /// <c>JsonSerializerContext</c> of your own writes and reads it as <c>recovered</c>.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }

    IWriteResult IWriteResult.Copy() => this with { };

    /// <summary>Creates the result of an adjustment that was found in the transactions.</summary>
    internal static BalanceResult RecoveredFrom(ITransactionRow found) =>
        (((LoyaltyTransaction)found).Details?.Balance ?? new BalanceResult()) with { Recovered = true };

    static BalanceResult? ILoyaltyJson<BalanceResult>.ReadJson(ref Utf8JsonReader reader)
    {
        var members = reader;
        var result = BalanceResultJson.Read(ref reader);
        while (result is not null && JsonReading.Next(ref members, out var name))
        {
            if (name.SequenceEqual("source_id"u8))
            {
                result.SourceId = JsonReading.Text(ref members);
            }
            else if (name.SequenceEqual("recovered"u8))
            {
                result.Recovered = JsonReading.Boolean(ref members) ?? false;
            }
            else
            {
                JsonReading.Skip(ref members);
            }
        }

        return result;
    }

    static void ILoyaltyJson<BalanceResult>.WriteJson(Utf8JsonWriter writer, BalanceResult value)
    {
        writer.WriteStartObject();
        BalanceResultJson.WriteMembers(writer, value);
        JsonWriting.Text(writer, "source_id"u8, value.SourceId);
        JsonWriting.Boolean(writer, "recovered"u8, value.Recovered ? true : null);
        writer.WriteEndObject();
    }
}
