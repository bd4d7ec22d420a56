using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Seeds;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>
/// The v2 API of a sandbox, for tests: it adds programs and members, and reads cards. <see cref="LoyaltySandbox.V2"/> returns it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SandboxV2
{
    private readonly SandboxEngine _engine;
    private readonly V2Store _store;

    internal SandboxV2(SandboxEngine engine, V2Store store)
    {
        _engine = engine;
        _store = store;
    }

    /// <summary>
    /// Adds a program that is ready for use: it is active, each member gets one card, paid orders earn a point for each 100 of their
    /// amount, a point pays 10 of the amount of an order, and a reward costs 100 points.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="expiresAfterMonths">
    /// Points expire this many months after the day on which they were added; 0 is the end of that day. Null means never.
    /// </param>
    /// <param name="rewardStock">How many pieces of the reward there are. Null means that it never runs out.</param>
    public SandboxProgram AddProgram(string name = "Loyalty Program", int? expiresAfterMonths = null, long? rewardStock = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rewardStock.GetValueOrDefault(), nameof(rewardStock));
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(expiresAfterMonths.GetValueOrDefault(), nameof(expiresAfterMonths));
        var seed = new ProgramSeed
        {
            Name = name,
            ExpiresAfterMonths = expiresAfterMonths,
            Rewards = [new PriceSeed(name + " reward", ProgramSeed.UsualPrice, rewardStock)],
        };
        return _engine.Run(now => ReadyProgram.Add(_store, seed, now));
    }

    /// <summary>Adds a customer to a program.</summary>
    /// <param name="programId">The id of the program.</param>
    /// <param name="customerSourceId">
    /// Your id of the customer. If no customer has it, one is created. Null creates a customer without such an id.
    /// </param>
    /// <param name="points">The opening balance of the first card. It appears in no transaction and not in the journal.</param>
    /// <exception cref="ArgumentException">The customer is a member already.</exception>
    /// <exception cref="KeyNotFoundException">The program does not exist.</exception>
    public SandboxMember AddMember(string programId, string? customerSourceId = null, long points = 0)
    {
        ArgumentNullException.ThrowIfNull(programId);
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        return _engine.Run(now => MemberSeeds.Add(_store, programId, customerSourceId, points, now));
    }

    /// <summary>Defines a custom event, unless it is defined already, and returns the id of its schema, <c>ms_...</c>.</summary>
    /// <param name="name">The name of the event.</param>
    public string AddEvent(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _engine.Run(_ => ProjectSeeds.AddEvent(_store, name));
    }

    /// <summary>
    /// Adds a benefit, a product that an earning rule can give, and returns its id, <c>lben_...</c>. Each member who gets it takes a piece.
    /// </summary>
    /// <param name="name">The name, which no other benefit has.</param>
    /// <param name="stock">How many pieces there are. Null, the default, means that it never runs out.</param>
    /// <exception cref="ArgumentException">There is a benefit with the name.</exception>
    public string AddBenefit(string name, long? stock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(stock.GetValueOrDefault(), nameof(stock));
        return _engine.Run(now => ProjectSeeds.AddBenefit(_store, name, stock, now));
    }

    /// <summary>Returns the members of all programs with their cards as they are now, in the order in which they joined.</summary>
    internal IReadOnlyList<(SandboxMember Member, IReadOnlyList<SandboxMemberCard> Cards)> GetMembers() =>
        _engine.Run<IReadOnlyList<(SandboxMember, IReadOnlyList<SandboxMemberCard>)>>(_ =>
        [
            .. _store.Members.All.Select(static member => (
                member.ToSnapshot(), (IReadOnlyList<SandboxMemberCard>)[.. member.Cards.Select(static card => card.ToSnapshot())])),
        ]);

    /// <summary>Returns a card as it is now, with everything that is due.</summary>
    /// <param name="cardId">The id of the card.</param>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    public SandboxMemberCard GetCard(string cardId)
    {
        ArgumentNullException.ThrowIfNull(cardId);
        return _engine.Run(_ => FindCard(cardId).ToSnapshot());
    }

    /// <summary>Returns all transactions of a card as they are now, oldest first, whether lists have them or not.</summary>
    /// <param name="cardId">The id of the card.</param>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    public IReadOnlyList<SandboxCardTransaction> GetTransactions(string cardId)
    {
        ArgumentNullException.ThrowIfNull(cardId);
        return _engine.Run<IReadOnlyList<SandboxCardTransaction>>(now =>
            [.. FindCard(cardId).Transactions.Select(transaction => transaction.ToSnapshot(now))]);
    }

    /// <summary>
    /// Returns the changes of the tier of a card, oldest first, also after its member was deleted. Lists have no deleted members.
    /// </summary>
    /// <param name="cardId">The id of the card.</param>
    /// <exception cref="KeyNotFoundException">The card does not exist.</exception>
    public IReadOnlyList<SandboxTierTransaction> GetTierTransactions(string cardId)
    {
        ArgumentNullException.ThrowIfNull(cardId);
        return _engine.Run(_ => FindCard(cardId).TierHistory());
    }

    /// <summary>Removes an order, as if it had been deleted. The API cannot do that.</summary>
    /// <param name="orderId">The id of the order, or your own id of it.</param>
    /// <exception cref="KeyNotFoundException">The order does not exist.</exception>
    public void RemoveOrder(string orderId)
    {
        ArgumentNullException.ThrowIfNull(orderId);
        var isRemoved = _engine.Run(_ => ProjectSeeds.RemoveOrder(_store, orderId));
        if (!isRemoved)
        {
            throw new KeyNotFoundException($"The sandbox has no order '{orderId}'.");
        }
    }

    private LoyaltyCard FindCard(string id) =>
        _store.Members.FindCard(id) ?? throw new KeyNotFoundException($"The sandbox has no card '{id}'.");
}
