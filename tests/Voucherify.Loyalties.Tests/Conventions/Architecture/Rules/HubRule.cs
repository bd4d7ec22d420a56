namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>No type depends on too many others.</summary>
internal static class HubRule
{
    public const int Limit = 16;
    public const int LimitOfComposers = 30;

    public static Rule Rule { get; } = new(
        $"no type refers to more than {Limit} other files",
        "Move part of its work to a new type.",
        static project => project.Graph.Types
            .Where(static type => !type.IsGenerated)
            .Select(type => (Type: type, Limit: LimitOf(project.Plan, type), Neighbours: project.Graph.NeighboursOf(type).ToList()))
            .Where(static hub => hub.Neighbours.Count > hub.Limit)
            .OrderByDescending(static hub => hub.Neighbours.Count)
            .Select(static hub =>
                $"{hub.Type.Home.Path}: {hub.Type.Name} refers to {hub.Neighbours.Count} other files (limit {hub.Limit}): "
                + string.Join(", ", hub.Neighbours.Select(static neighbour => neighbour.Name).Order(StringComparer.Ordinal))));

    private static int LimitOf(ProjectPlan plan, TypeNode type) => plan.Composers.Contains(type.Name) ? LimitOfComposers : Limit;
}
