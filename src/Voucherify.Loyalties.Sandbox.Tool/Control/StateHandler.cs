using System.Globalization;
using System.Text;
using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>Shows what the sandbox has and what has happened, seeds it, and resets it.</summary>
internal sealed class StateHandler(IControlledSandbox sandbox)
{
    private static readonly string Version = CommandRunner.VersionOf(typeof(StateHandler).Assembly);

    public SandboxResponse Status(SandboxCall call) => ControlJson.Respond(
        new ControlStatus(
            "ready", Version, call.Now, sandbox.V1.GetCards().Count, sandbox.V2.GetMembers().Count, sandbox.Journal.Count),
        ControlJson.Default.ControlStatus);

    public SandboxResponse Reset(SandboxCall call)
    {
        sandbox.Reset();
        return SandboxResponse.Empty(204);
    }

    public SandboxResponse Seed(SandboxCall call) =>
        ControlJson.Respond(sandbox.Seed(Encoding.UTF8.GetString(call.Request.Body.Span)), ControlJson.Default.SandboxSeedResult);

    public SandboxResponse Cards(SandboxCall call) =>
        ControlJson.Respond(sandbox.V1.GetCards(), ControlJson.Default.IReadOnlyListSandboxCard);

    public SandboxResponse Card(SandboxCall call) =>
        ControlJson.Respond(sandbox.V1.GetCard(call.RouteValues["code"]), ControlJson.Default.SandboxCard);

    public SandboxResponse Members(SandboxCall call) => ControlJson.Respond(AllMembers(), ControlJson.Default.IReadOnlyListControlMember);

    public SandboxResponse Member(SandboxCall call)
    {
        var id = call.RouteValues["memberId"];
        var member = AllMembers().FirstOrDefault(member => string.Equals(member.Id, id, StringComparison.Ordinal));
        return member is null
            ? ControlErrors.Of(404, $"The sandbox has no member '{id}'.")
            : ControlJson.Respond(member, ControlJson.Default.ControlMember);
    }

    public SandboxResponse Transactions(SandboxCall call) => ControlJson.Respond(
        sandbox.V2.GetTransactions(call.RouteValues["cardId"]), ControlJson.Default.IReadOnlyListSandboxCardTransaction);

    /// <summary>Returns the effects after a sequence number, so that a caller need not read all of them again.</summary>
    public SandboxResponse Journal(SandboxCall call)
    {
        var after = 0;
        if (call.Query("after") is { } value && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw new ControlInputException("'after' must be the sequence number of an effect.");
        }

        return ControlJson.Respond([.. sandbox.Journal.Skip(after)], ControlJson.Default.IReadOnlyListSandboxJournalEntry);
    }

    public SandboxResponse Requests(SandboxCall call) =>
        ControlJson.Respond(sandbox.Requests, ControlJson.Default.IReadOnlyDictionaryStringInt32);

    private IReadOnlyList<ControlMember> AllMembers() =>
    [
        .. sandbox.V2.GetMembers().Select(static member => new ControlMember(
            member.Member.Id, member.Member.ProgramId, member.Member.CustomerId, member.Member.CustomerSourceId, member.Cards)),
    ];
}
