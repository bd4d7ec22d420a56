using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string Programs = "v2/loyalties/programs";

    /// <summary>Starts a sandbox with one program and one member.</summary>
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, SandboxMember Member)> StartWithMemberAsync(
        long points = 0,
        TimeSpan applyLag = default,
        TimeSpan listLag = default,
        SandboxV2Options? v2 = null)
    {
        var (sandbox, client) = await StartAsync(new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            ApplyLag = applyLag,
            ListLag = listLag,
            V2 = v2 ?? new SandboxV2Options(),
        });
        return (sandbox, client, sandbox.V2.AddMember(sandbox.V2.AddProgram().Id, "shop-42", points));
    }

    private static string PathOf(SandboxMember member) => $"{Programs}/{member.ProgramId}/members/{member.Id}";

    private static string CardOf(SandboxMember member) => $"{PathOf(member)}/cards/{member.CardId}";

    private static Task<ReceivedResponse> AdjustCardAsync(HttpClient client, SandboxMember member, long points, string? reason = null)
    {
        var body = new JsonObject { ["points"] = points };
        if (reason is not null)
        {
            body["reason"] = reason;
        }

        return PostAsync(client, CardOf(member) + "/points", body.ToJsonString());
    }

    private static Task<ReceivedResponse> CardTransactionsAsync(HttpClient client, SandboxMember member, string query = "") =>
        GetAsync(client, CardOf(member) + "/transactions" + query);

    private static string KeyOf(ReceivedResponse response) => $"{(int)response.Status} {response.Json["key"]}";

    private static string? StatusOf(ReceivedResponse response) => (string?)Assert.Single(response.Data)["status"];
}
