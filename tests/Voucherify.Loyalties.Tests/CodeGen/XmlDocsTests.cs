using Voucherify.Loyalties.CodeGen.Emit;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class XmlDocsTests
{
    private const string Words =
        "The quick brown fox jumps over the lazy dog, again and again, until the line has more characters than it may have.";

    [Fact]
    public void A_short_text_is_one_line() => Assert.Equal("/// <summary>Text.</summary>\n", Written("summary", "Text."));

    [Fact]
    public void Code_and_keywords_become_tags_and_the_rest_is_escaped() =>
        Assert.Equal(
            "/// <summary><c>a</c>, <see langword=\"null\"/> &amp; b &lt; c.</summary>\n",
            Written("summary", "`a`, `null` & b < c."));

    [Fact]
    public void Paragraphs_have_tags_of_their_own() =>
        Assert.Equal("/// <remarks>\n/// <para>One.</para>\n/// <para>Two.</para>\n/// </remarks>\n", Written("remarks", "One.\n\nTwo."));

    [Fact]
    public void A_long_text_is_wrapped_between_words()
    {
        var lines = Written("summary", $"{Words} {Words}").TrimEnd('\n').Split('\n');

        Assert.Equal(("/// <summary>", "/// </summary>"), (lines[0], lines[^1]));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, LineWrapper.MaxLength));
        Assert.Equal($"{Words} {Words}", string.Join(' ', lines[1..^1].Select(line => line[4..])));
    }

    [Fact]
    public void A_tag_is_never_broken()
    {
        var lines = Written("summary", $"{Words} {new string('x', 18)} `null` and `two words`.").Split('\n');

        Assert.Contains(lines, line => line.Contains("<see langword=\"null\"/>", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("<c>two words</c>.", StringComparison.Ordinal));
    }

    private static string Written(string element, string text) => new CodeWriter().Doc(element, text).ToString();
}
