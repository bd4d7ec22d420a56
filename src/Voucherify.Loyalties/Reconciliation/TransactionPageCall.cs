using System.Globalization;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A call that reads a page of transactions as evidence: not from a cache, and in spite of odd values in other rows.</summary>
internal sealed class TransactionPageCall<TList>(
    Operation<TList> operation, CallSettings settings, Func<Task<HttpRequestMessage>> build, Func<TList, bool> hasRows)
    : JsonCall<TList>(operation, settings)
    where TList : class
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
    protected override string? Complaint(TList response) => hasRows(response) ? null : LacksEssentials;
}
