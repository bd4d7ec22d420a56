namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>The rules for every hand-written project.</summary>
internal static class AllRules
{
    public static IReadOnlyList<Rule> OfProjects { get; } =
    [
        FloorRule.Rule, CircleRule.Rule, NamespaceRule.Rule, HubRule.Rule, FileRule.OneType, FileRule.Short, ParameterRule.Rule,
        LineRule.Rule, InternalFolderRule.Rule, GeneratedCallRule.Rule,
    ];
}
