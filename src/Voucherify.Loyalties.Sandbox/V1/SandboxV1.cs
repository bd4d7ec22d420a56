using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>
/// The v1 API of a sandbox, for tests: it adds campaigns, cards, rewards and orders, and reads cards. <see cref="LoyaltySandbox.V1"/>
/// returns it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SandboxV1
{
    private readonly SandboxEngine _engine;
    private readonly V1Store _store;

    internal SandboxV1(SandboxEngine engine, V1Store store)
    {
        _engine = engine;
        _store = store;
    }

    /// <summary>
    /// How many accepted effects could not be applied, because the card no longer had the points when they were due: a balance is never
    /// negative. They do not appear in the journal.
    /// </summary>
    public int DroppedEffects => _engine.Run(_ => _store.DroppedEffects);

    /// <summary>Adds a campaign.</summary>
    /// <param name="name">The name. Requests may use it instead of the id.</param>
    /// <param name="id">The id, or null for a generated <c>camp_...</c>.</param>
    /// <param name="expiresAfterMonths">
    /// Points added by the rule of the campaign expire this many months after the day on which they were added; 0 is the end of that day.
    /// Null means never.
    /// </param>
    /// <exception cref="ArgumentException">A campaign with that name or id exists.</exception>
    public SandboxCampaign AddCampaign(string name, string? id = null, int? expiresAfterMonths = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (id is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(id);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(expiresAfterMonths.GetValueOrDefault(), nameof(expiresAfterMonths));
        return _engine.Run(now => _store.Registry.Add(name, id, expiresAfterMonths, now));
    }

    /// <summary>Adds a card that a customer holds.</summary>
    /// <param name="code">The code: the member id in the routes of the API.</param>
    /// <param name="points">The opening balance, in one bucket; 0 for none.</param>
    /// <param name="campaign">The name or id of a campaign that was added before, or null for a campaign of the sandbox's own.</param>
    /// <param name="expiresOn">The last day on which the opening balance can be used, or null if it never expires.</param>
    /// <exception cref="ArgumentException">A card with that code exists, or the campaign does not.</exception>
    public SandboxCard AddCard(string code, long points = 0, string? campaign = null, DateOnly? expiresOn = null) =>
        AddCard(new SandboxCardSeed
        {
            Code = code,
            Campaign = campaign,
            Points = points == 0 ? [] : [new SandboxPoints(points, expiresOn)],
        });

    /// <summary>Adds a card.</summary>
    /// <param name="seed">The card to add.</param>
    /// <exception cref="ArgumentException">A card with that code exists, or the campaign does not, or points are negative.</exception>
    public SandboxCard AddCard(SandboxCardSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentException.ThrowIfNullOrWhiteSpace(seed.Code, nameof(seed));
        foreach (var bucket in seed.Points)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(bucket.Points, nameof(seed));
        }

        return _engine.Run(now => _store.Issuer.Add(seed, now).ToSnapshot());
    }

    /// <summary>
    /// Adds a reward. The cards of a campaign that was added by <see cref="AddCampaign"/> can redeem it at this price. Once a campaign has
    /// reward assignments, and in every campaign that was created through the API, cards redeem only what is assigned, at the price of the
    /// assignment.
    /// </summary>
    /// <param name="id">The id, such as <c>rew_...</c>.</param>
    /// <param name="points">The price, at least 1.</param>
    /// <param name="name">The name, or null for the id.</param>
    /// <exception cref="ArgumentException">A reward with that id exists, or the price is less than 1.</exception>
    public SandboxReward AddReward(string id, long points, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return _engine.Run(now =>
        {
            var reward = new SandboxReward { Id = id, Name = name ?? id, Points = points };
            _store.Rewards.Add(reward, now);
            return reward;
        });
    }

    /// <summary>
    /// Pays an order, which the real service learns through other APIs. The active earning rules for paid orders of the card's campaign add
    /// their points at once, without <see cref="LoyaltySandboxOptions.ApplyLag"/>, or as pending points. Validation rules are taken as
    /// fulfilled.
    /// </summary>
    /// <param name="code">The code of the card.</param>
    /// <param name="amount">The amount before discounts, in minor currency units: 1000 is 10.00.</param>
    /// <param name="discountAmount">The discounts, in the same units.</param>
    /// <param name="sourceId">Your own id of the order, or null. An order that is paid twice earns twice.</param>
    /// <exception cref="ArgumentException">An amount is negative, or the discounts are more than the amount.</exception>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    /// <exception cref="NotSupportedException">
    /// A rule computes its points from something other than the amount: items, metadata, or a formula. Nothing was earned.
    /// </exception>
    public SandboxOrder PayOrder(string code, long amount, long discountAmount = 0, string? sourceId = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNegative(discountAmount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(discountAmount, amount);
        return _engine.Run(now =>
        {
            var order = _store.Orders.Pay(Find(code), amount, discountAmount, sourceId);
            _store.AdvanceTo(now);
            return order;
        });
    }

    /// <summary>
    /// Gives a card pending points, as a paid order does. They become usable by themselves when their day begins in the time zone of the
    /// project, or at once if it has begun.
    /// </summary>
    /// <param name="code">The code of the card.</param>
    /// <param name="points">How many points, at least 1.</param>
    /// <param name="activatesOn">The day on which they become usable.</param>
    /// <param name="orderId">The order, or null for a generated <c>ord_...</c>.</param>
    /// <exception cref="ArgumentException">The number of points is less than 1.</exception>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    public SandboxPendingPoints AddPendingPoints(string code, long points, DateOnly activatesOn, string? orderId = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return _engine.Run(_ => _store.Orders.AddPending(Find(code), points, activatesOn, orderId).ToSnapshot());
    }

    /// <summary>
    /// Activates or deactivates a card, which the real service does through other APIs. The estimate of points for the holder of a card
    /// that is not active gets 400 <c>loyalty_card_not_active</c>. Everything else works as before.
    /// </summary>
    /// <param name="code">The code of the card.</param>
    /// <param name="isActive">Whether the card is active.</param>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    public void SetCardActive(string code, bool isActive)
    {
        ArgumentNullException.ThrowIfNull(code);
        _engine.Run(_ => Find(code).IsActive = isActive);
    }

    /// <summary>Sets what the key of the sandbox may do with a campaign. Default: everything.</summary>
    /// <param name="campaign">The name or id of the campaign.</param>
    /// <param name="access">What the key may do.</param>
    /// <exception cref="KeyNotFoundException">The campaign does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The access does not exist.</exception>
    public void SetCampaignAccess(string campaign, SandboxCampaignAccess access)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (!Enum.IsDefined(access))
        {
            throw new ArgumentOutOfRangeException(nameof(access), access, "The access does not exist.");
        }

        if (!_engine.Run(_ => _store.Registry.TrySetAccess(campaign, access)))
        {
            throw new KeyNotFoundException($"The sandbox has no campaign '{campaign}'.");
        }
    }

    /// <summary>Returns all cards as they are now, in the order in which they were added.</summary>
    internal IReadOnlyList<SandboxCard> GetCards() =>
        _engine.Run<IReadOnlyList<SandboxCard>>(_ => [.. _store.Registry.Cards.Select(static card => card.ToSnapshot())]);

    /// <summary>Returns a card as it is now, with every effect and expiration that is due.</summary>
    /// <param name="code">The code of the card.</param>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    public SandboxCard GetCard(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _engine.Run(_ => Find(code).ToSnapshot());
    }

    private Card Find(string code) => _store.Registry.TryFindCard(code, out var card)
        ? card
        : throw new KeyNotFoundException($"The sandbox has no card '{code}'.");
}
