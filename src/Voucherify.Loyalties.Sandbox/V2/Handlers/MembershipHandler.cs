using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Finds the memberships of a customer.</summary>
internal sealed class MembershipHandler(SandboxV2Options options, V2Locator locator, V2Store store)
{
    private const string ByMember = "member_id";
    private const string BySource = "customer_source_id";
    private const string ByCustomer = "customer_id";

    private readonly MembershipJson _json = new(options.CodeLag, store.Parts.Tiers);

    /// <summary>
    /// Finds the membership in a program. An unknown source id is an unknown customer, everything else an unknown member (documented).
    /// </summary>
    public SandboxResponse Get(SandboxCall call)
    {
        if (RefuseIdentification(call) is { } invalid)
        {
            return invalid;
        }

        if (!locator.TryFindProgram(call, out var program, out var refusal))
        {
            return refusal;
        }

        var id = call.RouteValues["customerId"];
        if (TypeOf(call) == BySource && store.Customers.FindBySourceId(id) is null)
        {
            return Errors.ResourceNotFound(call, "customer", id);
        }

        return FindMember(call, program) is { } member
            ? JsonResponse.Object(writer => _json.Write(writer, member, call.Now, withTiers: true))
            : Errors.ResourceNotFound(call, "member", id);
    }

    /// <summary>Lists all memberships of a customer; by the id of a member, only that one (documented).</summary>
    public SandboxResponse List(SandboxCall call)
    {
        if (RefuseIdentification(call) is { } invalid)
        {
            return invalid;
        }

        var id = call.RouteValues["customerId"];
        if (!TryFindMemberships(call, id, out var customer, out var members))
        {
            return Errors.ResourceNotFound(call, TypeOf(call) == ByMember ? "member" : "customer", id);
        }

        return JsonResponse.Object(writer => _json.WriteAll(writer, customer, members, call.Now));
    }

    private static string TypeOf(SandboxCall call) => call.Query("identification_type") ?? ByCustomer;

    private static SandboxResponse? RefuseIdentification(SandboxCall call) => TypeOf(call) is ByCustomer or BySource or ByMember
        ? null
        : Errors.InvalidQueryParams(call, "Property .identification_type must be equal to one of the allowed values");

    private bool TryFindMemberships(
        SandboxCall call,
        string id,
        [NotNullWhen(true)] out Customer? customer,
        out IEnumerable<Member> members)
    {
        if (TypeOf(call) == ByMember)
        {
            var member = store.Members.Find(id);
            (customer, members) = (member?.Customer, member is null ? [] : [member]);
            return customer is not null;
        }

        customer = TypeOf(call) == BySource ? store.Customers.FindBySourceId(id) : store.Customers.FindById(id);
        members = customer is null ? [] : store.Members.MembershipsOf(customer);
        return customer is not null;
    }

    private Member? FindMember(SandboxCall call, LoyaltyProgram program)
    {
        var id = call.RouteValues["customerId"];
        return TypeOf(call) switch
        {
            ByMember => store.Members.Find(program, id),
            BySource => store.Customers.FindBySourceId(id) is { } customer ? store.Members.Find(program, customer) : null,
            _ => store.Customers.FindById(id) is { } customer ? store.Members.Find(program, customer) : null,
        };
    }
}
