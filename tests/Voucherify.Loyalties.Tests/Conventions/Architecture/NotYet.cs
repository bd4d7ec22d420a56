using Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The rules that a project breaks for now. Remove an entry as soon as its rule holds.</summary>
internal static class NotYet
{
    private static readonly (Rule Rule, string Project)[] Entries =
    [
    ];

    public static bool Contains(Rule rule, string project) => Entries.Contains((rule, project));
}
