using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class LineWrapperTests
{
    [Fact]
    public void A_line_that_fits_stays_one_line() => AssertWrapped("Call(first, second);", 20, "Call(first, second);");

    [Fact]
    public void A_call_breaks_at_its_arguments() => AssertWrapped(
        "writer.Call(first, Inner(a, b), \"c, d\");",
        30,
        "writer.Call(",
        "    first,",
        "    Inner(a, b),",
        "    \"c, d\");");

    [Fact]
    public void A_long_argument_breaks_again() => AssertWrapped(
        "Call(first, Inner(argument, another));",
        24,
        "Call(",
        "    first,",
        "    Inner(",
        "        argument,",
        "        another));");

    [Fact]
    public void An_expression_body_breaks_after_the_arrow() => AssertWrapped(
        "public static Type<A, B> Name => field ??= Create();",
        40,
        "public static Type<A, B> Name =>",
        "    field ??= Create();");

    [Fact]
    public void An_assignment_breaks_after_the_sign_if_its_right_side_fits() => AssertWrapped(
        "public static Type Name { get; } = new(\"value\");",
        36,
        "public static Type Name { get; } =",
        "    new(\"value\");");

    [Fact]
    public void A_conditional_breaks_before_its_branches() => AssertWrapped(
        "() => id is null ? Short(a ?? b) : Long(a, b, c),",
        30,
        "() => id is null",
        "    ? Short(a ?? b)",
        "    : Long(a, b, c),");

    [Fact]
    public void A_collection_fills_its_lines() => AssertWrapped(
        "private static readonly T[] All = [First, Second, Third];",
        24,
        "private static readonly T[] All =",
        "[",
        "    First, Second,",
        "    Third,",
        "];");

    [Fact]
    public void A_string_is_never_broken() => AssertWrapped("\"a ? b : (c, d) => e = f\"", 10, "\"a ? b : (c, d) => e = f\"");

    private static void AssertWrapped(string code, int width, params string[] lines) => Assert.Equal(lines, LineWrapper.Wrap(code, width));
}
