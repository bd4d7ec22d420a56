using System.Globalization;

namespace Voucherify.Loyalties.Sandbox.Ids;

/// <summary>
/// Generates every id of the sandbox from one seed. Each kind has a sequence of its own, so that one more request does not
/// change the ids of transactions.
/// </summary>
internal sealed class IdGenerator
{
    private const string Alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly RisingHex _transactions;
    private readonly RisingHex _requests;
    private readonly RisingHex _pendingPoints;
    private readonly Random _objects;
    private readonly Random _tokens;
    private readonly RisingHex _activities;
    private readonly RisingHex _jobs;
    private readonly Random _programs;

    public IdGenerator(int seed)
    {
#pragma warning disable CA5394 // The ids must be predictable: that is what the seed is for.
        var root = new Random(seed);
        _transactions = new RisingHex(new Random(root.Next()));
        _requests = new RisingHex(new Random(root.Next()));
        _objects = new Random(root.Next());
        _tokens = new Random(root.Next());
        _pendingPoints = new RisingHex(new Random(root.Next()));
        _activities = new RisingHex(new Random(root.Next()));
        _jobs = new RisingHex(new Random(root.Next()));
        _programs = new Random(root.Next());
#pragma warning restore CA5394
    }

    public string NextTransactionId() => "vtx_" + _transactions.Next();

    /// <summary>Returns the id right after the last one. The two sides of a transfer have adjacent ids in the vendor's examples.</summary>
    public string NextAdjacentTransactionId() => "vtx_" + _transactions.Adjacent();

    public string NextPendingPointsId() => "lopp_" + _pendingPoints.Next();

    public string NextRedemptionId() => "r_" + Letters(_objects, 24);

    public string NextOrderId() => "ord_" + Letters(_objects, 24);

    public string NextRequestId() => "v-" + _requests.Next();

    public string NextVoucherId() => "v_" + Letters(_objects, 32);

    public string NextCampaignId() => "camp_" + Letters(_objects, 24);

    public string NextBucketId() => "lopb_" + Letters(_objects, 24);

    public string NextCustomerId() => "cust_" + Letters(_objects, 24);

    public string NextActivityId() => "ev_" + _activities.Next();

    public string NextEventId() => "event_" + _activities.Next();

    public string NextAsyncActionId() => "aa_" + _jobs.Next();

    public string NextExportId() => "exp_" + _jobs.Next();

    public string NextPublicationId() => "pub_" + Letters(_programs, 24);

    public string NextTierId() => "lt_" + Letters(_programs, 24);

    public string NextEarningRuleId() => "ern_" + Letters(_programs, 24);

    public string NextAutomationId() => "auto_" + Letters(_programs, 24);

    public string NextAssignmentId() => "rewa_" + Letters(_programs, 24);

    public string NextMetadataSchemaId() => "ms_" + Letters(_programs, 24);

    public string NextDownloadToken() => Letters(_tokens, 64);

    /// <summary>Returns a code for a new card: each <c>#</c> of the pattern becomes a character of the set.</summary>
    public string NextCode(string pattern, string charset) =>
        string.Concat(pattern.Select(character => character is '#' ? _programs.GetItems<char>(charset, 1)[0] : character));

    public string NextAccessToken() => Letters(_tokens, 64);

    private static string Letters(Random random, int length) => new(random.GetItems<char>(Alphanumerics, length));

    /// <summary>
    /// Ascending numbers of 18 hexadecimal digits. The ids of transactions rise with time in the vendor's examples, and their
    /// list is sorted by them (documented).
    /// </summary>
    private sealed class RisingHex(Random random)
    {
        private ulong _last = (ulong)random.NextInt64(0x0c00_0000_0000_0000, 0x0d00_0000_0000_0000);

        public string Next()
        {
#pragma warning disable CA5394 // As above.
            _last += (ulong)random.NextInt64(1, 0x1000_0000);
#pragma warning restore CA5394
            return Format();
        }

        public string Adjacent()
        {
            _last++;
            return Format();
        }

        private string Format() => _last.ToString("x18", CultureInfo.InvariantCulture);
    }
}
