using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A card with a bucket of points that a call activates, cancels or lets expire.</summary>
internal sealed class BucketRig : IDisposable
{
    private readonly string _change;
    private int _before;

    private BucketRig(CardRig cards, string change) => (Cards, _change) = (cards, change);

    public CardRig Cards { get; }

    public string BucketId { get; private set; } = "";

    /// <summary>The effect that the change has.</summary>
    public string Effect => _change switch
    {
        "activate" => "PENDING_POINTS_ACTIVATED:100",
        "cancel" => "PENDING_POINTS_CANCELED:0",
        _ => "ADMIN_POINTS_EXPIRATION:-1000",
    };

    /// <summary>The effects since the bucket was made.</summary>
    public IReadOnlyList<string> Effects =>
        [.. Cards.Sandbox.Journal.Skip(_before).Select(static entry => $"{entry.Type}:{entry.Points}")];

    /// <summary>How often the service saw the change.</summary>
    public int Posts => Cards.PostsOf("/" + _change);

    public static async Task<BucketRig> StartAsync(string change, SandboxV2Options? service = null, TimeSpan? applyLag = null)
    {
        var isExpiration = change == "expire";
        Func<LoyaltySandbox, string> addProgram = isExpiration ? CardPrograms.AddWithExpiration : CardPrograms.AddWithPendingPoints;
        var rig = new BucketRig(new CardRig(applyLag, service: service, addProgram: addProgram), change);
        await rig.AddBucketAsync(isExpiration);
        return rig;
    }

    public Task<CardTransaction> ChangeAsync(RequestOptions? options = null) => _change switch
    {
        "activate" => Cards.Client.V2.Cards.ActivatePendingPointsAsync(Cards.Program, Cards.Member.Id, Cards.Card, BucketId, options),
        "cancel" => Cards.Client.V2.Cards.CancelPendingPointsAsync(Cards.Program, Cards.Member.Id, Cards.Card, BucketId, options),
        _ => Cards.Client.V2.Cards.ExpirePointsAsync(Cards.Program, Cards.Member.Id, Cards.Card, BucketId, options),
    };

    /// <summary>Cancels the pending points by another client, as a member of the staff does.</summary>
    public async Task CancelByHandAsync()
    {
        using var staff = TestClientBuilder.ForSandbox(Cards.Sandbox).WithHandler(Cards.Sandbox.CreateHandler()).WithSeed(7).Build();
        await Cards.Run(staff.V2.Cards.CancelPendingPointsAsync(Cards.Program, Cards.Member.Id, Cards.Card, BucketId));
    }

    public void Dispose() => Cards.Dispose();

    private async Task AddBucketAsync(bool isExpiration)
    {
        var cards = Cards.Client.V2.Cards;
        if (isExpiration)
        {
            var page = await Cards.Run(cards.ListCardExpiringPointsPageAsync(Cards.Program, Cards.Member.Id, Cards.Card));
            BucketId = page.Items!.Single().Id.Value;
        }
        else
        {
            await Cards.OrderAsync("bucket", status: "PAID");
            Cards.Clock.Advance(TimeSpan.FromMinutes(2));
            var page = await Cards.Run(cards.ListCardPendingPointsPageAsync(Cards.Program, Cards.Member.Id, Cards.Card));
            BucketId = page.Items!.Single().Id.Value;
        }

        _before = Cards.Sandbox.Journal.Count;
    }
}
