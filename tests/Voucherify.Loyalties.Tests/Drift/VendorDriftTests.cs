using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Commands;
using Voucherify.Loyalties.CodeGen.Drift;
using Voucherify.Loyalties.Tests.CodeGen;

namespace Voucherify.Loyalties.Tests.Drift;

/// <summary>
/// Compares our documents with the vendor's, which are beside a clone of this repository and not in it. If they are missing, the tests
/// say so and compare only the fixtures. <see cref="DriftCommandTests"/> tests the command.
/// </summary>
public sealed class VendorDriftTests(ITestOutputHelper output)
{
    private const string Schema = "LoyaltiesMembersBalanceUpdateRequestBody";

    private static readonly string VendorFolder = Repository.PathTo("..", "shared", "openapi");

    [Fact]
    public void Our_documents_differ_from_the_vendor_documents_only_as_reviewed()
    {
        if (!HasVendor())
        {
            Assert.Empty(DriftFixture.Compare());
            return;
        }

        var report = DriftReport.Of(Compare(DriftCommand.Read([VendorFolder])), Reviewed());

        Assert.True(report.Problems.Count == 0, string.Join('\n', report.Problems));
        Assert.NotEmpty(report.Explained);
    }

    [Fact]
    public void A_change_in_a_vendor_document_is_noticed()
    {
        if (!HasVendor())
        {
            Assert.NotEmpty(DriftFixture.Compare(
                vendor: document => DriftFixture.Schema(document, "Card")["properties"]!["new"] = new JsonObject()));
            return;
        }

        var newer = JsonNode.Parse(File.ReadAllText(Path.Combine(VendorFolder, "loyalties.json")))!;
        newer["components"]!["schemas"]![Schema]!["properties"]!["currency"] = new JsonObject { ["type"] = "string" };
        var others = DriftCommand.Read([VendorFolder]).Where(document => document.Name != "loyalties.json");

        var report = DriftReport.Of(Compare([ContractDocument.Parse("loyalties.json", newer.ToJsonString()), .. others]), Reviewed());

        var problem = Assert.Single(report.Problems);
        Assert.StartsWith(
            $"loyalties.json#/components/schemas/{Schema}/properties/currency: the property is not in our AdjustBalanceRequest.",
            problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_reviewed_file_has_the_format_that_the_command_writes()
    {
        var text = Repository.Read("src", "Voucherify.Loyalties", "OpenApi", "differences.json");

        Assert.Equal(text, ReviewedDifferences.Write(ReviewedDifferences.Parse(text)));
    }

    private static IReadOnlyList<Difference> Compare(IReadOnlyList<ContractDocument> vendor) =>
        OperationComparer.Compare(vendor, DriftCommand.Ours(Documents.Own));

    private static IReadOnlyList<ReviewedDifference> Reviewed() =>
        ReviewedDifferences.Parse(Repository.Read("src", "Voucherify.Loyalties", "OpenApi", "differences.json"));

    private bool HasVendor()
    {
        var exists = Directory.Exists(VendorFolder);
        output.WriteLine(exists
            ? "Compared with the vendor's documents in ../shared/openapi."
            : "There is no ../shared/openapi: only fixtures were compared, and our documents were not.");
        return exists;
    }
}
