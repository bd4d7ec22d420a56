using System.Text.Json.Serialization;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V1;

public sealed partial record TransactionList : IDatedPage
{
    /// <summary>
    /// The service's clock when it made the page: the response's <c>Date</c>. Null if the response had none. Set by the client; not part of
    /// the response.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? AsOf { get; internal set; }

    DateTimeOffset? IDatedPage.AsOf
    {
        set => AsOf = value;
    }
}
