using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The tables of docs/testing.md name everything that the sandbox offers, with the defaults that the code has.</summary>
public sealed partial class SandboxTablesTests
{
    private static readonly string Page = new Page("docs/testing.md").Text;

    public static TheoryData<string> Names =>
    [
        .. new[]
        {
            typeof(LoyaltySandbox), typeof(SandboxV1), typeof(SandboxV2), typeof(LoyaltySandboxOptions), typeof(SandboxV1Options),
            typeof(SandboxV2Options), typeof(SandboxFaults), typeof(SandboxFault), typeof(SandboxErrors), typeof(SandboxCardSeed),
            typeof(SandboxCard), typeof(SandboxProgram), typeof(SandboxMember), typeof(SandboxMemberCard), typeof(SandboxCardTransaction),
            typeof(SandboxJournalEntry),
        }.SelectMany(MembersOf).Distinct(),
    ];

    public static TheoryData<string, string> Defaults =>
    [
        .. DefaultsOf(new LoyaltySandboxOptions()),
        .. DefaultsOf(new SandboxV1Options()),
        .. DefaultsOf(new SandboxV2Options()),
        .. DefaultsOf(new SandboxFaults()),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_is_named(string name) =>
        Assert.Contains(CodeSpan().Matches(Page), span => Regex.IsMatch(span.Groups[1].Value, $@"\b{name}\b"));

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Every_default_is_the_one_of_the_code(string name, string value) =>
        Assert.Contains($"| `{name}` | {value} |", Page, StringComparison.Ordinal);

    // An indexer stands in the page as this[...]; what every object and every record has is not worth a word.
    private static IEnumerable<string> MembersOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(static member => member is PropertyInfo or FieldInfo { IsSpecialName: false } or MethodInfo { IsSpecialName: false })
        .Where(member => !typeof(object).GetMethods().Any(common => common.Name == member.Name)
            && member.Name is not ("Deconstruct" or "<Clone>$"))
        .Select(static member => member is PropertyInfo property && property.GetIndexParameters().Length > 0 ? "this" : member.Name);

    private static IEnumerable<(string Name, string Value)> DefaultsOf(object options) => options.GetType()
        .GetProperties()
        .Where(static property => property.SetMethod is not null && property.GetIndexParameters().Length == 0)
        .Select(property => (property.Name, Describe(property.GetValue(options))));

    private static string Describe(object? value) => value switch
    {
        null => "none",
        TimeProvider clock when clock == TimeProvider.System => "the system's",
        TimeSpan time when time.Ticks % TimeSpan.TicksPerSecond != 0 =>
            string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N0} ms"),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:N0} s"),
        TimeZoneInfo zone => zone.Id,
        SandboxFaults => "none",
        SandboxV1Options or SandboxV2Options => "its defaults",
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => $"`{value}`",
    };

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();
}
