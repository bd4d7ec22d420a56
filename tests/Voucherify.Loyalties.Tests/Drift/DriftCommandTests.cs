using Voucherify.Loyalties.CodeGen.Commands;
using static Voucherify.Loyalties.Tests.Drift.DriftFixture;

namespace Voucherify.Loyalties.Tests.Drift;

public sealed class DriftCommandTests : IDisposable
{
    private const string Missing = "vendor.json#/components/schemas/Card/properties/balance";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Documents_that_agree_pass() => Assert.Equal((0, ""), Run(Document, "[]"));

    [Fact]
    public void An_unexplained_difference_fails_and_says_what_to_do()
    {
        var (code, errors) = Run(WithBalance(), "[]");

        Assert.Equal(1, code);
        Assert.Equal(
            $"{Missing}: the property is not in our Card. Add 'balance' to ours/platform.json#/components/schemas/Card. "
            + "Or explain it in the reviewed file.",
            errors);
    }

    [Fact]
    public void An_explained_difference_passes() =>
        Assert.Equal((0, ""), Run(WithBalance(), Entry("the property is not in our Card", "It is not needed.")));

    [Fact]
    public void An_explanation_without_a_reason_fails() =>
        AssertProblem("has no reason", Run(WithBalance(), Entry("the property is not in our Card", " ")));

    [Fact]
    public void An_explanation_without_a_difference_fails() =>
        AssertProblem("is not a difference (any more)", Run(Document, Entry("the property is not in our Card", "It is not needed.")));

    [Fact]
    public void A_difference_that_changed_is_a_new_one()
    {
        var (code, errors) = Run(WithBalance(), Entry("the type is string, in our Card integer", "Numbers are numbers."));

        Assert.Equal(1, code);
        Assert.Contains("the property is not in our Card", errors, StringComparison.Ordinal);
        Assert.Contains("is not a difference (any more)", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_in_the_reviewed_file_explains_nothing() => AssertProblem(
        "the property is not in our Card",
        Run(
            WithBalance(),
            Entry("the property is not in our Card", "All of it.").Replace("Card/properties/balance", "Card/*", StringComparison.Ordinal)));

    [Fact]
    public void A_repeated_explanation_fails()
    {
        var entry = Entry("the property is not in our Card", "It is not needed.").Trim('[', ']', '\n');

        AssertProblem("or is listed twice", Run(WithBalance(), $"[{entry},{entry}]"));
    }

    [Fact]
    public void A_reviewed_file_with_an_unknown_member_fails() =>
        AssertProblem("the reviewed differences", Run(Document, """[{ "pointer": "", "difference": "", "reason": "", "note": "" }]"""));

    [Fact]
    public void A_folder_without_the_documents_fails() =>
        AssertProblem(
            "loyalties.json",
            Invoke("--vendor", _folder.FullName, "--documents", Ours(), "--reviewed", File("reviewed.json", "[]")));

    [Fact]
    public void Write_updates_the_reviewed_file_without_inventing_reasons()
    {
        Assert.Equal((0, ""), Run(WithBalance(), Entry("the type is string, in our Card integer", "Numbers are numbers."), "--write"));

        Assert.Equal(Entry("the property is not in our Card", ""), System.IO.File.ReadAllText(File("reviewed.json")));
        AssertProblem("has no reason", Run(WithBalance(), System.IO.File.ReadAllText(File("reviewed.json"))));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string WithBalance()
    {
        var document = Get;
        Schema(document, "Card")["properties"]!["balance"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "integer" };
        return document.ToJsonString();
    }

    private static string Entry(string what, string reason) =>
        $"[\n  {{ \"pointer\": \"{Missing}\", \"difference\": \"{what}\", \"reason\": \"{reason}\" }}\n]\n";

    private static void AssertProblem(string part, (int Code, string Errors) result)
    {
        Assert.Equal(1, result.Code);
        Assert.Contains(part, result.Errors, StringComparison.Ordinal);
    }

    private (int Code, string Errors) Run(string vendor, string reviewed, params string[] more) => Invoke(
        ["--vendor", File("vendor.json", vendor), "--documents", Ours(), "--reviewed", File("reviewed.json", reviewed), .. more]);

    private static (int Code, string Errors) Invoke(params string[] arguments)
    {
        using var errors = new StringWriter();
        using var output = new StringWriter();
        var code = DriftCommand.Create().Parse(arguments).Invoke(new() { Error = errors, Output = output });
        return (code, errors.ToString().Trim());
    }

    private string Ours()
    {
        var folder = Path.Combine(_folder.FullName, "ours");
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "platform.json"), Document);
        return folder;
    }

    private string File(string name) => Path.Combine(_folder.FullName, name);

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }
}
