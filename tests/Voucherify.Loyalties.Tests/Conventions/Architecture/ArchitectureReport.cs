using System.Globalization;
using System.Text;
using Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>Describes the architecture of a project in numbers.</summary>
internal sealed class ArchitectureReport
{
    private const int ErrorsShown = 5;
    private const int HubsShown = 10;
    private const int MethodsShown = 5;
    private const int ReferencesShown = 5;
    private const int ViolationsShown = 30;

    private readonly StringBuilder _text = new();

    public static string Of(MeasuredProject project)
    {
        var report = new ArchitectureReport();
        report.Title(project);
        report.Hubs(project.Graph);
        report.Folders(project.Graph);
        report.Rules(project);
        return report._text.ToString();
    }

    private void Title(MeasuredProject project)
    {
        var written = project.Sources.Files.Where(static file => !file.IsGenerated).ToList();
        var longest = written.MaxBy(static file => file.Lines.Count)!;
        var widest = project.Sources.Files
            .SelectMany(static file => file.Lines.Index().Select(line => (file.Path, Line: line.Index + 1, line.Item.Length)))
            .MaxBy(static line => line.Length);

        Line($"=== {project.Name}");
        Line($"hand-written: {written.Count} files, {written.Sum(static file => file.Lines.Count)} lines");
        Line($"longest file: {longest.Lines.Count} lines, {longest.Path}");
        Line($"longest line: {widest.Length} characters, {widest.Path}({widest.Line})");
        foreach (var method in ParameterRule.Counted(project).OrderByDescending(static method => method.Count).Take(MethodsShown))
        {
            Line($"most parameters: {method.Count}, {method.Name}, {method.Place}");
        }

        var errors = project.Errors.ToList();
        if (errors.Count > 0)
        {
            Line($"does not compile, so references are missing: {errors.Count} errors");
            foreach (var error in errors.Take(ErrorsShown))
            {
                Line($"      {error}");
            }
        }
    }

    private void Hubs(TypeGraph graph)
    {
        var hubs = graph.Types
            .Where(static type => !type.IsGenerated)
            .Select(type => (Type: type, Neighbours: graph.NeighboursOf(type).ToList()))
            .OrderByDescending(static hub => hub.Neighbours.Count)
            .Take(HubsShown);

        Line($"-- hubs: the hand-written types that refer to the most other files");
        foreach (var (type, neighbours) in hubs)
        {
            var generated = neighbours.Count(static neighbour => neighbour.IsGenerated);
            var handWritten = neighbours.Count - generated;
            Line($"{neighbours.Count,4} ({handWritten} hand-written, {generated} generated) {type.Name}, {type.Home.Path}");
            Line($"       {string.Join(", ", neighbours.Select(static neighbour => neighbour.Name).Order(StringComparer.Ordinal))}");
        }
    }

    private void Folders(TypeGraph graph)
    {
        var folders = FolderGraph.OfHandWritten(graph);
        var circles = folders.Circles().ToList();

        Line($"-- circles among hand-written folders: {circles.Count}, pairs that use each other: {folders.TwoWayPairs.Count()}");
        foreach (var circle in circles)
        {
            Line($"circle of {circle.Count}: {string.Join(", ", circle)}");
        }

        foreach (var (one, other) in folders.TwoWayPairs)
        {
            var (there, back) = (folders.Arrows[(one, other)].Count(), folders.Arrows[(other, one)].Count());
            Line($"pair: {one} <-> {other}, {there} lines one way and {back} back");
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

    private void Rules(MeasuredProject project)
    {
        foreach (var rule in AllRules.OfProjects)
        {
            var violations = rule.Violations(project).ToList();
            Line($"-- rule: {rule.Name}: {violations.Count} violations");
            foreach (var violation in violations.Take(ViolationsShown))
            {
                Line($"      {violation}");
            }

            if (violations.Count > ViolationsShown)
            {
                Line($"      ... and {violations.Count - ViolationsShown} more");
            }
        }
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
