using System.CommandLine;
using Voucherify.Loyalties.CodeGen.Commands;
using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class OperationsPageTests
{
    private static readonly string[] Lines = Generator.Generate(Documents.Own, "A").Operations.Split('\n');

    [Fact]
    public void Every_operation_is_on_the_page_once()
    {
        var ids = Documents.V1Contract.Operations().Select(operation => operation.Node.GetString("operationId"));

        Assert.All(ids, id => Assert.Single(Lines, line => line.Contains($"(`{id}`)", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "| `ListMemberPendingPointsAsync`<br>`ListMemberPendingPointsPageAsync` "
        + "| `GET /v1/loyalties/members/{memberId}/pending-points` (`list-member-pending-points`)"
        + "<br>`GET /v1/loyalties/{campaignId}/members/{memberId}/pending-points` (`list-member-pending-points-1`) "
        + "| [safe](#safe) | cursor | 401, 404, 429 | `api`, `loyalties` |")]
    [InlineData(
        "| `CreateCampaignAsync` | `POST /v1/loyalties` (`create-loyalty-program`) "
        + "| [conditional](#conditional): `duplicate_found` |  | 400, 401, 409, 429 | `api`, `loyalties` |")]
    [InlineData(
        "| `GetRewardAssignmentAsync` "
        + "| `GET /v1/loyalties/{campaignId}/reward-assignments/{assignmentId}` (`get-reward-assignment-1`)"
        + "<br>`GET /v1/loyalties/{campaignId}/rewards/{assignmentId}` (`get-reward-assignment-2`) is the same, and never called "
        + "| [safe](#safe) |  | 401, 404, 429 | `api`, `loyalties` |")]
    [InlineData(
        "| `RevokeTokenAsync` | `POST /v1/oauth/token/revoke` (`revoke-oauth-token`) "
        + "| [idempotent](#idempotent) |  | 401, 404, 429 | API key only |")]
    public void A_row_lists_the_operations_and_errors_of_a_method(string row) => Assert.Contains(row, Lines);

    [Fact]
    public void Every_idempotency_class_is_in_the_legend()
    {
        var used = Lines
            .SelectMany(line => line.Split("](#").Skip(1))
            .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])
            .Distinct()
            .ToList();

        Assert.Equal(7, used.Count);
        Assert.All(used, name => Assert.Single(
            Lines,
            line => line.StartsWith($"| <a id=\"{name}\"></a>{name} |", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stale_page_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var page = Path.Combine(folder.FullName, "operations.md");

            Assert.Equal((0, ""), Generate(folder, page));
            Assert.Equal((0, ""), Generate(folder, page, "--check"));
            File.AppendAllText(page, "by hand");
            Assert.Equal((1, $"stale: {page}"), Generate(folder, page, "--check"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, string Errors) Generate(DirectoryInfo folder, string page, params string[] more)
    {
        var root = new RootCommand();
        GenerateCommand.AddTo(root);
        using var errors = new StringWriter();
        using var output = new StringWriter();
        string[] arguments = ["--documents", Documents.FixtureFolder, "--output", folder.FullName, "--operations", page, .. more];
        var code = root.Parse(arguments).Invoke(new() { Error = errors, Output = output });
        return (code, errors.ToString().Trim());
    }
}
