using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Responds with pages of lists.</summary>
internal sealed class ListResponder(SandboxV2Options options, V2Store store)
{
    private readonly CursorStore _cursors = new(store.Ids, options.CursorLifetime);
    private readonly FilterContext _context = new(store.Calendar, options.TimeFilter);

    /// <summary>Finds the owner of a list, or refuses the request.</summary>
    public delegate bool TryFind<TOwner>(SandboxCall call, out TOwner? owner, out SandboxResponse? refusal);

    /// <summary>Responds with a page of a list that belongs to nothing.</summary>
    public SandboxResponse Respond<TRow>(
        SandboxCall call,
        ListSchema<TRow> schema,
        IEnumerable<TRow> rows,
        Action<Utf8JsonWriter, TRow> writeRow) =>
        ListQuery<TRow>.TryParse(call, schema, _context, out var query, out var refusal)
            ? query.Respond(call, _cursors, rows, writeRow)
            : refusal;

    /// <summary>Responds with a page. The parameters are checked before the owner is looked up (documented).</summary>
    /// <param name="call">The request.</param>
    /// <param name="schema">What the list can be sorted and filtered by.</param>
    /// <param name="tryFind">Finds the owner of the list.</param>
    /// <param name="rows">The rows of the owner.</param>
    /// <param name="writeRow">Writes the properties of a row.</param>
    public SandboxResponse Respond<TOwner, TRow>(
        SandboxCall call,
        ListSchema<TRow> schema,
        TryFind<TOwner> tryFind,
        Func<TOwner, IEnumerable<TRow>> rows,
        Action<Utf8JsonWriter, TRow> writeRow) =>
        ListQuery<TRow>.TryParse(call, schema, _context, out var query, out var refusal) && tryFind(call, out var owner, out refusal)
            ? query.Respond(call, _cursors, rows(owner!), writeRow)
            : refusal!;
}
