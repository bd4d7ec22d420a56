namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>Each rule reports what it is meant to, and nothing else.</summary>
public sealed class RuleTests
{
    private static readonly (string, string) Upper = ("Upper/Above.cs", "namespace Small.Upper; class Above { Lower.Below? _below; }");
    private static readonly (string, string) Lower = ("Lower/Below.cs", "namespace Small.Lower; class Below;");

    private static readonly ProjectPlan TwoFloors = new() { Floors = [["Upper"], ["Lower"]] };
    private static readonly ProjectPlan UpsideDown = new() { Floors = [["Lower"], ["Upper"]] };
    private static readonly ProjectPlan OneFloor = new() { Floors = [["Upper", "Lower"]] };

    [Fact]
    public void Reference_to_a_lower_floor_is_allowed() => AssertKept(FloorRule.Rule, TwoFloors, Upper, Lower);

    [Fact]
    public void Reference_to_a_higher_floor_is_reported() =>
        AssertBroken(FloorRule.Rule, UpsideDown, "src/Small/Upper/Above.cs(1): Upper -> Lower, Above -> Below", Upper, Lower);

    [Fact]
    public void Reference_within_a_floor_is_reported() =>
        AssertBroken(FloorRule.Rule, OneFloor, "src/Small/Upper/Above.cs(1): Upper -> Lower, Above -> Below", Upper, Lower);

    [Fact]
    public void Reference_within_a_floor_is_allowed_when_listed() =>
        AssertKept(FloorRule.Rule, OneFloor with { SameFloor = ["Upper -> Lower"] }, Upper, Lower);

    [Fact]
    public void Folder_without_a_floor_is_reported() =>
        AssertBroken(
            FloorRule.Rule,
            new() { Floors = [["Upper"]] },
            "src/Small/Lower/Below.cs: the folder Lower has no floor in the plan.",
            Upper, Lower);

    [Fact]
    public void Floor_for_a_missing_folder_is_reported() =>
        AssertBroken(
            FloorRule.Rule,
            new() { Floors = [["Upper"], ["Lower"], ["Cellar"]] },
            "src/Small: the plan has a floor for Cellar, which has no types.",
            Upper, Lower);

    [Fact]
    public void Subfolder_is_on_the_floor_of_its_parent_unless_it_has_its_own()
    {
        var inner = ("Upper/Inner/Part.cs", "class Part { Small.Upper.Above? _above; }");

        AssertKept(FloorRule.Rule, TwoFloors, Upper, Lower, inner);
        AssertBroken(
            FloorRule.Rule,
            new() { Floors = [["Upper"], ["Upper/Inner"], ["Lower"]] },
            "src/Small/Upper/Inner/Part.cs(1): Upper/Inner -> Upper, Part -> Above",
            Upper, Lower, inner);
    }

    [Fact]
    public void Circle_is_reported_with_its_arrows() => Assert.Equal(
        [
            "Circle of 2 folders: A, B",
            "src/Small/A/One.cs(1): A -> B, One -> Two (the first of 1 lines)",
            "src/Small/B/Two.cs(1): B -> A, Two -> One (the first of 1 lines)",
        ],
        CircleRule.Rule.Violations(InMemoryProject.Of(("A/One.cs", "class One { Two? _two; }"), ("B/Two.cs", "class Two { One? _one; }"))));

    [Fact]
    public void Internal_type_outside_the_namespace_of_its_folder_is_reported()
    {
        AssertKept(NamespaceRule.Rule, new(), Upper, Lower, ("Root.cs", "namespace Small; class Root;"));
        AssertBroken(
            NamespaceRule.Rule,
            new(),
            "src/Small/Upper/Stray.cs: Stray is in Small.Lower, and its folder is Upper.",
            Lower, ("Upper/Stray.cs", "namespace Small.Lower; class Stray;"));
    }

    [Fact]
    public void Public_type_outside_the_public_namespaces_is_reported()
    {
        var plan = new ProjectPlan { PublicNamespaces = ["Small"] };

        AssertKept(NamespaceRule.Rule, plan, ("Upper/Seen.cs", "namespace Small; public class Seen;"));
        AssertBroken(
            NamespaceRule.Rule,
            plan,
            "src/Small/Upper/Seen.cs: public Seen is in Small.Upper, which the plan does not list.",
            ("Upper/Seen.cs", "namespace Small.Upper; public class Seen;"));
    }

    [Fact]
    public void Generated_type_may_be_in_the_namespace_of_any_folder()
    {
        AssertKept(NamespaceRule.Rule, new(), Upper, Lower, ("Generated/Made.g.cs", "namespace Small.Lower; class Made;"));
        AssertKept(
            NamespaceRule.Rule,
            new() { PublicNamespaces = ["Small.Models"] },
            ("Generated/Made.g.cs", "namespace Small.Models; class Made;"));
        AssertBroken(
            NamespaceRule.Rule,
            new(),
            "src/Small/Generated/Made.g.cs: Made is in Small.Nowhere, and its folder is Generated.",
            ("Generated/Made.g.cs", "namespace Small.Nowhere; class Made;"));
    }

    [Theory]
    [InlineData(HubRule.Limit, false)]
    [InlineData(HubRule.LimitOfComposers, true)]
    public void Type_with_too_many_neighbours_is_reported(int limit, bool isComposer)
    {
        var plan = new ProjectPlan { Composers = isComposer ? ["Hub"] : [] };

        Assert.Empty(HubRule.Rule.Violations(InMemoryProject.Of(plan, HubOf(limit))));
        Assert.StartsWith(
            $"src/Small/Hub.cs: Hub refers to {limit + 1} other files (limit {limit}): Part0, Part1, ",
            Assert.Single(HubRule.Rule.Violations(InMemoryProject.Of(plan, HubOf(limit + 1)))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void File_with_more_than_one_type_and_a_small_enum_is_reported()
    {
        var longEnum = $"enum Kind\n{{{new string('\n', FileRule.MaxLinesOfJoinedEnum)}}}";

        AssertKept(FileRule.OneType, new(), ("Pair.cs", "class One { class Nested; }\nenum Kind { First }"));
        AssertBroken(FileRule.OneType, new(), "src/Small/Pair.cs: One, Two", ("Pair.cs", "class One;\nclass Two;"));
        AssertBroken(FileRule.OneType, new(), "src/Small/Pair.cs: One, Kind", ("Pair.cs", $"class One;\n{longEnum}"));
        AssertBroken(FileRule.OneType, new(), "src/Small/Pair.cs: One, Kind, Other", ("Pair.cs", "class One;\nenum Kind;\nenum Other;"));
    }

    [Fact]
    public void Long_file_is_reported_unless_it_is_generated()
    {
        var text = string.Concat(Enumerable.Repeat("// A line.\n", FileRule.MaxLines));

        AssertKept(FileRule.Short, new(), ("Long.cs", text), ("Generated/Long.g.cs", text + text));
        AssertBroken(FileRule.Short, new(), $"src/Small/Long.cs: {FileRule.MaxLines + 1} lines", ("Long.cs", text + "// One more.\n"));
    }

    [Theory]
    [InlineData("class A { void M(int a, int b, int c, int d, int e, RequestOptions? options, CancellationToken token) { } }", null)]
    [InlineData("class A { void M(int a, int b, int c, int d, int e, int f) { } }", "M has 6 parameters")]
    [InlineData("class A { void M() { L(1, 2, 3, 4, 5, 6); void L(int a, int b, int c, int d, int e, int f) { } } }", "L has 6 parameters")]
    [InlineData("class A { A(int a, int b, int c, int d, int e, int f) { } }", "constructor of A has 6 parameters")]
    [InlineData("class A(int a, int b, int c, int d, int e, int f);", "constructor of A has 6 parameters")]
    [InlineData("record A(int B, int C, int D, int E, int F, int G);", null)]
    [InlineData("delegate void A(int a, int b, int c, int d, int e, int f);", "A has 6 parameters")]
    [InlineData("static class A { static void M(this string s, int a, int b, int c, int d, int e) { } }", null)]
    [InlineData("static class A { static void M(this string s, int a, int b, int c, int d, int e, int f) { } }", "M has 6 parameters")]
    public void Sixth_parameter_is_reported_except_for_options_token_and_records(string text, string? expected)
    {
        var project = InMemoryProject.Of(("A.cs", text), ("RequestOptions.cs", "class RequestOptions;"));

        Assert.Equal(expected, ParameterRule.Rule.Violations(project).SingleOrDefault()?.Split(": ")[1]);
    }

    [Fact]
    public void Long_line_is_reported_whatever_the_line_ending()
    {
        var line = new string('/', LineRule.MaxLength);

        AssertKept(LineRule.Rule, new(), ("Wide.cs", $"{line}\r\n{line}\r\n"));
        AssertBroken(
            LineRule.Rule,
            new(),
            $"src/Small/Generated/Wide.g.cs(2): {LineRule.MaxLength + 1} characters",
            ("Generated/Wide.g.cs", $"{line}\n{line}/\n"));
    }

    [Fact]
    public void Folder_called_Internal_is_reported()
    {
        AssertKept(InternalFolderRule.Rule, new(), ("Internals/Some.cs", "class Some;"));
        AssertBroken(InternalFolderRule.Rule, new(), "src/Small/Internal/Http/Some.cs", ("Internal/Http/Some.cs", "class Some;"));
    }

    [Theory]
    [InlineData("=> Send(1, 2, 3, 4);", null)]
    [InlineData("{ if (_off) { throw new InvalidOperationException(); } return Send(1, 2, 3, 4); }", null)]
    [InlineData("=> Send(1, 2, 3, e: null);", null)]
    [InlineData("=> Send(1, 2, 3, 4, 5);", "calls with 5 arguments (limit 4).")]
    [InlineData("=> Send(1, 2, 3, null);", "passes a null without a name.")]
    [InlineData("{ if (_off) { return Send(1, 2, 3, 4); } return Send(1, 2, 3, 4); }", "does not end in one call.")]
    [InlineData("=> _off ? Send(1, 2, 3, 4) : Send(1, 2, 3, 5);", "does not end in one call.")]
    public void Generated_method_that_is_not_one_short_call_is_reported(string body, string? expected)
    {
        var violations = GeneratedCallRule.Rule.Violations(InMemoryProject.Of(("Generated/Clients/A.g.cs", $$"""
            class A : Base
            {
                Task RunAsync()
                {{body}}
            }
            """), ("Base.cs", """
            abstract class Base
            {
                protected bool _off = true;
                protected static Task Send(int a, int b, int c, int? d = 0, int? e = 0) => Task.CompletedTask;
            }
            """)));

        Assert.Equal(
            expected is null ? null : $"src/Small/Generated/Clients/A.g.cs(3): RunAsync {expected}",
            violations.SingleOrDefault());
    }

    private static (string, string)[] HubOf(int neighbours)
    {
        var parts = Enumerable.Range(0, neighbours).Select(static number => $"Part{number}").ToList();
        var made = string.Join(", ", parts.Select(static part => $"new {part}()"));
        return
        [
            ("Hub.cs", $"class Hub {{ object[] _parts = [{made}]; }}"),
            .. parts.Select(static part => ($"{part}.cs", $"class {part};")),
        ];
    }

    private static void AssertKept(Rule rule, ProjectPlan plan, params (string, string)[] files) =>
        Assert.Empty(rule.Violations(InMemoryProject.Of(plan, files)));

    private static void AssertBroken(Rule rule, ProjectPlan plan, string expected, params (string, string)[] files) =>
        Assert.Equal(expected, Assert.Single(rule.Violations(InMemoryProject.Of(plan, files))));
}
