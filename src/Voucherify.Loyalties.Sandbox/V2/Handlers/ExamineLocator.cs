using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Finds the customer of an examination, and the memberships that it is about.</summary>
internal sealed class ExamineLocator(V2Store store)
{
    /// <summary>Finds them. By the id of a member, only that membership counts (assumed). A customer may have none.</summary>
    public bool TryFind(
        SandboxCall call,
        JsonElement root,
        [NotNullWhen(true)] out Customer? customer,
        out IReadOnlyList<Member> members,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (customer, members, refusal) = (null, [], null);
        if (CustomerIdentificationReader.Read(root, out var type, out var id) is { } problem)
        {
            refusal = Errors.InvalidPayload(call, problem);
            return false;
        }

        if (type == CustomerIdentificationReader.ByMember)
        {
            var member = store.Members.Find(id);
            (customer, members) = (member?.Customer, member is null ? [] : [member]);
            refusal = member is null ? Errors.ResourceNotFound(call, "member", id) : null;
        }
        else
        {
            customer = type == CustomerIdentificationReader.BySource ? store.Customers.FindBySourceId(id) : store.Customers.FindById(id);
            members = customer is null ? [] : [.. store.Members.MembershipsOf(customer)];
            refusal = customer is null ? Errors.ResourceNotFound(call, "customer", id) : null;
        }

        members = [.. members.Where(member => member.CanEarnAt(call.Now))];
        return customer is not null;
    }
}
