namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>No folder depends on itself through others.</summary>
internal static class CircleRule
{
    public static Rule Rule { get; } = new(
        "hand-written folders form no circle",
        "Remove the direction with fewer lines: move a type, or pass what it needs from above.",
        static project => ViolationsIn(FolderGraph.OfHandWritten(project.Graph)));

    private static IEnumerable<string> ViolationsIn(FolderGraph folders)
    {
        foreach (var circle in folders.Circles())
        {
            yield return $"Circle of {circle.Count} folders: {string.Join(", ", circle)}";

            var arrows = folders.Arrows.Where(arrow => circle.Contains(arrow.Key.From) && circle.Contains(arrow.Key.To));
            foreach (var arrow in arrows.OrderBy(static arrow => arrow.Count()))
            {
                yield return $"{arrow.First()} (the first of {arrow.Count()} lines)";
            }
        }
    }
}
