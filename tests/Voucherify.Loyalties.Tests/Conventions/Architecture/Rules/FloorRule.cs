namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>A folder uses only folders on lower floors.</summary>
internal static class FloorRule
{
    public static Rule Rule { get; } = new(
        "folders use only folders on lower floors",
        "Move the type down, pass what it needs from above, or put the folder on another floor of the project's plan.",
        static project => [.. WithoutFloor(project), .. EmptyFloors(project), .. NotDown(project)]);

    private static IEnumerable<string> WithoutFloor(MeasuredProject project) => project.Graph.Types
        .Where(type => !type.IsGenerated && project.Plan.PlannedFolderOf(type.Folder) is null)
        .GroupBy(static type => type.Folder)
        .Select(static folder => $"{folder.First().Home.Path}: the folder {folder.Key} has no floor in the plan.");

    private static IEnumerable<string> EmptyFloors(MeasuredProject project)
    {
        var used = project.Graph.Types.Select(type => project.Plan.PlannedFolderOf(type.Folder)).ToHashSet();
        return project.Plan.Floors
            .SelectMany(static floor => floor)
            .Where(folder => !used.Contains(folder))
            .Select(folder => $"src/{project.Name}: the plan has a floor for {folder}, which has no types.");
    }

    private static IEnumerable<string> NotDown(MeasuredProject project) => project.Graph.References
        .Where(reference => !IsAllowed(project.Plan, reference))
        .Select(static reference => reference.ToString());

    /// <summary>A folder without a floor is reported once, not with every reference. A generated folder needs no floor.</summary>
    private static bool IsAllowed(ProjectPlan plan, TypeReference reference)
    {
        var (from, to) = (plan.PlannedFolderOf(reference.From.Folder), plan.PlannedFolderOf(reference.To.Folder));
        return from is null || to is null || from == to
            || plan.FloorOf(from) > plan.FloorOf(to)
            || (plan.FloorOf(from) == plan.FloorOf(to) && plan.SameFloor.Contains($"{from} -> {to}"));
    }
}
