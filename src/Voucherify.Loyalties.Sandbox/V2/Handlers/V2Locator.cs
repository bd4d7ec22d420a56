using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>
/// Finds what a route names, in the order of the path (documented). An id of another form is an unknown one, and so is a deleted one
/// (documented).
/// </summary>
internal sealed class V2Locator(V2Store store)
{
    public bool TryFindProgram(
        SandboxCall call,
        [NotNullWhen(true)] out LoyaltyProgram? program,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var id = call.RouteValues["programId"];
        program = store.Configuration.Programs.Find(id);
        refusal = program is null ? Errors.ResourceNotFound(call, "program", id) : null;
        return program is not null;
    }

    public bool TryFindMember(
        SandboxCall call,
        [NotNullWhen(true)] out Member? member,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        member = null;
        if (!TryFindProgram(call, out var program, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["memberId"];
        member = store.Members.Find(program, id);
        refusal = member is null ? Errors.ResourceNotFound(call, "member", id) : null;
        return member is not null;
    }

    public bool TryFindCard(
        SandboxCall call,
        [NotNullWhen(true)] out LoyaltyCard? card,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        card = null;
        if (!TryFindMember(call, out var member, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["cardId"];
        card = member.Cards.Find(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        refusal = card is null ? Errors.ResourceNotFound(call, "card", id) : null;
        return card is not null;
    }

    /// <summary>Finds the customer whom a request names by one of two ids.</summary>
    public bool TryFindCustomer(
        SandboxCall call,
        string? id,
        string? sourceId,
        [NotNullWhen(true)] out Customer? customer,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        customer = id is not null ? store.Customers.FindById(id) : store.Customers.FindBySourceId(sourceId);
        refusal = customer is null ? Errors.ResourceNotFound(call, "customer", id ?? sourceId ?? string.Empty) : null;
        return customer is not null;
    }
}
