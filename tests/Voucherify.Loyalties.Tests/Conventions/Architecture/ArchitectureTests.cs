using Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>
/// Rules for the folders, types and files of each project. <see cref="ArchitectureReportTests"/> prints the numbers behind them.
/// </summary>
public sealed class ArchitectureTests
{
    private const int Shown = 50;

    public static TheoryData<string> Projects => [MeasuredProject.Core, MeasuredProject.Sandbox, MeasuredProject.CodeGen];

    [Theory, MemberData(nameof(Projects))]
    public void Projects_compile_in_memory_so_that_no_reference_is_missed(string project) =>
        Assert.Empty(MeasuredProject.Of(project).Errors);

    [Theory, MemberData(nameof(Projects))]
    public void Folders_use_only_folders_on_lower_floors(string project) => Check(FloorRule.Rule, project);

    [Theory, MemberData(nameof(Projects))]
    public void Folders_form_no_circle(string project) => Check(CircleRule.Rule, project);

    [Theory, MemberData(nameof(Projects))]
    public void Namespaces_follow_the_folders(string project) => Check(NamespaceRule.Rule, project);

    [Theory, MemberData(nameof(Projects))]
    public void Types_refer_to_few_other_files(string project) => Check(HubRule.Rule, project);

    [Theory, MemberData(nameof(Projects))]
    public void Files_hold_one_type_each(string project) => Check(FileRule.OneType, project);

    [Theory, MemberData(nameof(Projects))]
    public void Files_are_short(string project) => Check(FileRule.Short, project);

    [Theory, MemberData(nameof(Projects))]
    public void Methods_have_few_parameters(string project) => Check(ParameterRule.Rule, project);

    [Theory, MemberData(nameof(Projects))]
    public void No_folder_is_called_Internal(string project) => Check(InternalFolderRule.Rule, project);

    [Fact]
    public void Generated_methods_make_one_short_call()
    {
        Assert.NotEmpty(GeneratedCallRule.MethodsOf(MeasuredProject.Of(MeasuredProject.Core)));
        Check(GeneratedCallRule.Rule, MeasuredProject.Core);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    public void Lines_are_short(string folder) => Check(
        LineRule.Rule,
        folder,
        LineRule.ViolationsIn(SourceFolder.Read(MeasuredRoot.Path, Path.Combine(MeasuredRoot.Path, folder))));

    private static void Check(Rule rule, string project) => Check(rule, project, rule.Violations(MeasuredProject.Of(project)));

    private static void Check(Rule rule, string where, IEnumerable<string> violations)
    {
        var found = violations.ToList();
        if (found.Count == 0)
        {
            return;
        }

        var more = found.Count > Shown ? $"\n... and {found.Count - Shown} more" : "";
        Assert.Fail($"{where}: {rule.Name}. {rule.Remedy}\n{string.Join('\n', found.Take(Shown))}{more}");
    }
}
