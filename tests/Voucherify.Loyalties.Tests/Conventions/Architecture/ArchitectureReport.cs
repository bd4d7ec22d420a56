using System.Globalization;
using System.Text;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>Writes the numbers of a project down for people.</summary>
internal sealed class ArchitectureReport
{
    private const int HubsShown = 10;
    private const int ReferencesShown = 5;

    private readonly StringBuilder _text = new();

    public static string Of(MeasuredProject project)
    {
        var report = new ArchitectureReport();
        report.Title(project);
        report.Hubs(project.Graph);
        report.Folders(project.Graph);
        return report._text.ToString();
    }

    private void Title(MeasuredProject project)
    {
        var written = project.Sources.Files.Where(static file => !file.IsGenerated).ToList();
        Line($"=== {project.Name}");
        Line($"hand-written: {written.Count} files, {written.Sum(static file => file.Text.Count(static c => c == '\n'))} lines");
        foreach (var error in project.Errors)
        {
            Line($"does not compile, references may be missing: {error}");
        }
    }

    private void Hubs(TypeGraph graph)
    {
        var hubs = graph.Types
            .Where(static type => !type.IsGenerated)
            .Select(type => (Type: type, Neighbours: graph.NeighboursOf(type).ToList()))
            .OrderByDescending(static hub => hub.Neighbours.Count)
            .Take(HubsShown);

        Line($"-- hubs: the hand-written types that refer to most other files");
        foreach (var (type, neighbours) in hubs)
        {
            var generated = neighbours.Count(static neighbour => neighbour.IsGenerated);
            Line($"{neighbours.Count,4} ({neighbours.Count - generated} hand-written, {generated} generated) {type.Name}, {type.Home.Path}");
            Line($"       {string.Join(", ", neighbours.Select(static neighbour => neighbour.Name).Order(StringComparer.Ordinal))}");
        }
    }

    private void Folders(TypeGraph graph)
    {
        var folders = new FolderGraph(graph.References.Where(static reference => !reference.From.IsGenerated && !reference.To.IsGenerated));
        var circles = folders.Circles().ToList();

        Line($"-- circles among hand-written folders: {circles.Count}, pairs that use each other: {folders.TwoWayPairs.Count()}");
        foreach (var circle in circles)
        {
            Line($"circle of {circle.Count}: {string.Join(", ", circle)}");
        }

        foreach (var (one, other) in folders.TwoWayPairs)
        {
            Line($"pair: {one} <-> {other}, {folders.Arrows[(one, other)].Count()} lines one way and {folders.Arrows[(other, one)].Count()} back");
        }

        Line($"-- arrows between hand-written folders, the first {ReferencesShown} lines of each; o marks one inside a circle");
        foreach (var arrow in folders.Arrows.OrderBy(static arrow => arrow.Key))
        {
            var inside = circles.Exists(circle => circle.Contains(arrow.Key.From) && circle.Contains(arrow.Key.To));
            Line($"{(inside ? 'o' : ' ')} {arrow.Key.From} -> {arrow.Key.To}: {arrow.Count()} lines");
            foreach (var reference in arrow.Take(ReferencesShown))
            {
                Line($"      {reference.File.Path}({reference.Line}): {reference.From.Name} -> {reference.To.Name}");
            }
        }
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
