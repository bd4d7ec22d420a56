namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The folders of a project, and which of them use which.</summary>
internal sealed class FolderGraph
{
    private readonly ILookup<string, string> _uses;

    public FolderGraph(IEnumerable<TypeReference> references)
    {
        Arrows = references
            .Where(static reference => reference.From.Folder != reference.To.Folder)
            .ToLookup(static reference => (From: reference.From.Folder, To: reference.To.Folder));
        _uses = Arrows.Select(static arrow => arrow.Key).ToLookup(static arrow => arrow.From, static arrow => arrow.To);
    }

    public static FolderGraph OfHandWritten(TypeGraph graph) => new(graph.References.Where(static reference => !reference.To.IsGenerated));

    /// <summary>Gets the references from each folder to each other one that it uses.</summary>
    public ILookup<(string From, string To), TypeReference> Arrows { get; }

    /// <summary>Gets the pairs of folders that use each other.</summary>
    public IEnumerable<(string From, string To)> TwoWayPairs => Arrows
        .Select(static arrow => arrow.Key)
        .Where(arrow => string.CompareOrdinal(arrow.From, arrow.To) < 0 && Arrows.Contains((arrow.To, arrow.From)));

    /// <summary>Returns the circles: the largest sets of folders in which each folder leads to every other one.</summary>
    public IEnumerable<IReadOnlyList<string>> Circles()
    {
        var reached = _uses.ToDictionary(static folder => folder.Key, folder => ReachableFrom(folder.Key));
        return reached.Keys
            .Where(folder => reached[folder].Contains(folder))
            .GroupBy(folder => reached[folder].Where(other => IsReached(other, folder)).Min(StringComparer.Ordinal))
            .Select(static circle => circle.Order(StringComparer.Ordinal).ToList());

        bool IsReached(string from, string to) => reached.TryGetValue(from, out var further) && further.Contains(to);
    }

    private HashSet<string> ReachableFrom(string start)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(_uses[start]);
        while (next.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var further in _uses[folder])
                {
                    next.Push(further);
                }
            }
        }

        return reached;
    }
}
