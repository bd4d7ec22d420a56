namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

public sealed class FolderGraphTests
{
    [Fact]
    public void Folders_that_lead_back_to_themselves_form_a_circle()
    {
        var folders = GraphOf(("A", "B"), ("B", "C"), ("C", "A"), ("Above", "A"), ("C", "Below"));

        Assert.Equal([["A", "B", "C"]], folders.Circles());
        Assert.Empty(folders.TwoWayPairs);
    }

    [Fact]
    public void Circles_joined_by_a_single_arrow_stay_separate()
    {
        var folders = GraphOf(("A", "B"), ("B", "A"), ("B", "C"), ("C", "D"), ("D", "C"));

        Assert.Equal([["A", "B"], ["C", "D"]], folders.Circles().OrderBy(static circle => circle[0]));
        Assert.Equal([("A", "B"), ("C", "D")], folders.TwoWayPairs.Order());
    }

    [Fact]
    public void Two_ways_down_to_one_folder_form_no_circle() =>
        Assert.Empty(GraphOf(("A", "B"), ("A", "C"), ("B", "D"), ("C", "D")).Circles());

    /// <summary>One type in each folder, which refers to those of the folders that its folder uses.</summary>
    private static FolderGraph GraphOf(params (string From, string To)[] arrows)
    {
        var folders = arrows.SelectMany(static arrow => (string[])[arrow.From, arrow.To]).Distinct();
        return FolderGraph.OfHandWritten(InMemoryProject.Of([.. folders.Select(FileIn)]).Graph);

        (string, string) FileIn(string folder)
        {
            var used = arrows.Where(arrow => arrow.From == folder).Select(static arrow => $"new In{arrow.To}()");
            return ($"{folder}/In{folder}.cs", $"class In{folder} {{ object?[] _uses = [{string.Join(", ", used)}]; }}");
        }
    }
}
