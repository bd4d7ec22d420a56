using System.Globalization;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A call that reads a page of transactions as evidence: not from a cache, and in spite of odd values in other rows.</summary>
internal sealed class TransactionPageCall(CallSettings settings, Func<Task<HttpRequestMessage>> build)
    : JsonCall<TransactionList>(V1Operations.ListMemberTransactions, settings)
{
    public override bool IsEvidence => true;

    /// <summary>Whether a cache stored the response some time ago.</summary>
    public bool IsCached { get; private set; }

    public override async Task<HttpRequestMessage> BuildRequestAsync()
    {
        var request = await build().ConfigureAwait(false);
        request.Headers.TryAddWithoutValidation("Cache-Control", "no-cache");
        return request;
    }

    // Some delivery networks add an age of 0 to what they have just fetched.
    public override void Observe(HttpResponseMessage response) =>
        IsCached = response.Headers.NonValidated.TryGetValues("Age", out var values)
            && !(long.TryParse(values.ToString(), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var age) && age == 0);

    // A foreign page with status 200 must not pass for an empty list.
    protected override string? Complaint(TransactionList response) => response.Data is null ? LacksEssentials : null;
}
