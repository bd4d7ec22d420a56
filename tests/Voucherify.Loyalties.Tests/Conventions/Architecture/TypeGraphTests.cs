namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

public sealed class TypeGraphTests
{
    private static readonly (string, string) Target = ("Target.cs", "class Target { public int Size; }");

    [Theory]
    [InlineData("field", "Target _field = null!;")]
    [InlineData("base type", "sealed class Nested : Target;")]
    [InlineData("attribute", "[System.ComponentModel.TypeConverter(typeof(Target))] void Run() { }")]
    [InlineData("type argument", "object Run() => new List<Target>();")]
    [InlineData("array", "object? Run() => Array.Empty<Target[]>();")]
    [InlineData("constraint", "void Run<T>() where T : Target { }")]
    [InlineData("nameof", "string Run() => nameof(Target);")]
    [InlineData("pattern", "bool Run(object value) => value is Target { Size: 1 };")]
    public void Naming_a_type_refers_to_it(string place, string member) => AssertRefersToTarget(place, member);

    [Theory]
    [InlineData("var", "void Run() { var made = Factory.Make(); }")]
    [InlineData("result that is not kept", "void Run() => Factory.Make();")]
    [InlineData("result of a lambda", "object Run() => Enumerable.Range(0, 1).Select(_ => Factory.Make());")]
    [InlineData("parameter of a lambda", "object Run() => Factory.Many().Select(one => 1);")]
    [InlineData("new without a name", "void Run() => Factory.Take(new());")]
    [InlineData("null that becomes an argument", "void Run() => Factory.Take(null);")]
    [InlineData("element of a loop", "void Run() { foreach (var one in Factory.Many()) { } }")]
    [InlineData("part of a tuple", "void Run() { var (one, _) = Factory.Pair(); }")]
    [InlineData("out variable", "void Run() => Factory.Give(out var one);")]
    [InlineData("method as a delegate", "object Run() => Enumerable.Range(0, 1).Select(Factory.MakeFrom);")]
    public void Inferring_a_type_refers_to_it(string place, string member) => AssertRefersToTarget(place, member, (
        "Factory.cs",
        """
        static class Factory
        {
            public static Target Make() => new();
            public static Target MakeFrom(int size) => new() { Size = size };
            public static IEnumerable<Target> Many() => [];
            public static (Target, int) Pair() => (new(), 1);
            public static void Take(Target? target) { }
            public static void Give(out Target target) => target = new();
        }
        """));

    [Fact]
    public void Calling_an_extension_method_refers_to_its_class() => Assert.Equal(["Extensions"], NeighboursOfUser(
        "class User { int Run() => 1.Twice(); }",
        ("Extensions.cs", "static class Extensions { public static int Twice(this int value) => value * 2; }")));

    [Fact]
    public void Using_a_member_of_an_extension_block_refers_to_its_class() => Assert.Equal(["Extensions"], NeighboursOfUser(
        "class User { int Run() => 1.Doubled; }",
        ("Extensions.cs", "static class Extensions { extension(int value) { public int Doubled => value * 2; } }")));

    [Fact]
    public void Implicit_conversion_refers_to_the_type_that_defines_it() => Assert.Equal(["Amount", "Taker"], NeighboursOfUser(
        "class User { void Run() => Taker.Take(1); }",
        ("Taker.cs", "static class Taker { public static void Take(Amount amount) { } }"),
        ("Amount.cs", "readonly struct Amount { public static implicit operator Amount(int value) => new(); }")));

    [Fact]
    public void Using_a_constant_refers_to_its_class() => Assert.Equal(["Defaults"], NeighboursOfUser(
        "using static Defaults; class User { int Run() => Most; }",
        ("Defaults.cs", "static class Defaults { public const int Most = 1; }")));

    [Fact]
    public void Nested_types_count_as_their_owner()
    {
        var graph = InMemoryProject.Of(
            Target,
            ("User.cs", "class User { class Inner { Owner.Part Run(Target target) => new(); } }"),
            ("Owner.cs", "class Owner { public class Part; }")).Graph;

        Assert.Equal(["Owner", "Target", "User"], graph.Types.Select(static type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Owner", "Target"], NeighboursOfUser(graph));
    }

    [Fact]
    public void Files_of_a_partial_type_count_as_one()
    {
        var graph = InMemoryProject.Of(
            ("User.cs", "partial class User { Target? _target; }"),
            ("User.More.cs", "partial class User { Other? _other; }"),
            ("Target.cs", "partial class Target;"),
            ("Target.More.cs", "partial class Target;"),
            ("Other.cs", "class Other { Target? _target; }")).Graph;

        Assert.Equal(["Other", "Target"], NeighboursOfUser(graph));
        Assert.Equal("src/Small/User.cs", graph.Types.Single(static type => type.Name == "User").Home.Path);
    }

    [Fact]
    public void References_of_a_generated_half_are_arrows_but_do_not_make_a_hub()
    {
        var graph = InMemoryProject.Of(
            Target,
            ("Clients/User.cs", "partial class User { }"),
            ("Generated/User.g.cs", "partial class User { Target? _target; }")).Graph;

        Assert.Equal("src/Small/Generated/User.g.cs(1): Clients -> (root), User -> Target", Assert.Single(graph.References).ToString());
        Assert.Empty(NeighboursOfUser(graph));
    }

    [Fact]
    public void Types_in_one_file_count_as_one_neighbour() => Assert.Single(NeighboursOfUser(
        "class User { Target? _target; Size _size; }",
        ("Target.cs", "class Target; enum Size { Small }")));

    [Fact]
    public void Documentation_does_not_refer_to_types() =>
        Assert.Empty(NeighboursOfUser("/// <summary>See <see cref=\"Target\"/>.</summary>\nclass User;", Target));

    [Fact]
    public void Top_level_statements_belong_to_the_program()
    {
        var graph = InMemoryProject.Of(Target, ("Program.cs", "var target = new Target();\nreturn target.Size;")).Graph;

        Assert.Equal(
            [
                "src/Small/Program.cs(1): (root) -> (root), Program -> Target",
                "src/Small/Program.cs(2): (root) -> (root), Program -> Target",
            ],
            graph.References.Select(static reference => reference.ToString()));
    }

    [Fact]
    public void References_know_their_line()
    {
        var graph = InMemoryProject.Of(Target, ("Inner/User.cs", "namespace Small.Inner;\n\nclass User\n{\n    Target? _a;\n}\n")).Graph;

        Assert.Equal("src/Small/Inner/User.cs(5): Inner -> (root), User -> Target", Assert.Single(graph.References).ToString());
    }

    private static void AssertRefersToTarget(string place, string member, params (string, string)[] others) =>
        Assert.True(NeighboursOfUser($"class User {{ {member} }}", [Target, .. others]).Contains("Target"), place);

    private static IEnumerable<string> NeighboursOfUser(string user, params (string, string)[] others) =>
        NeighboursOfUser(InMemoryProject.Of([("User.cs", user), .. others]).Graph);

    private static IEnumerable<string> NeighboursOfUser(TypeGraph graph) => graph
        .NeighboursOf(graph.Types.Single(static type => type.Name == "User"))
        .Select(static type => type.Name)
        .Order(StringComparer.Ordinal);
}
