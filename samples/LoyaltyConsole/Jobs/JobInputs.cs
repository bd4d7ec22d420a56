using System.CommandLine;

namespace LoyaltyConsole.Jobs;

/// <summary>What every command about jobs takes.</summary>
internal sealed class JobInputs
{
    public Argument<string> File { get; } = new("file")
    {
        Description = "A CSV file whose first line is member_id,points,source_id, with campaign_id and reason if you like.",
    };

    public Option<string?> Campaign { get; } = new("--campaign")
    {
        Description = "The loyalty program of lines that name none. With it, the whole job is verified by one list.",
        HelpName = "id or name",
    };

    public Option<string?> Store { get; } = new("--store")
    {
        Description = "The file that keeps the job. Default: the CSV file with '.queue.db' behind its name.",
        HelpName = "path",
    };

    /// <summary>The id of the job: the name of its file.</summary>
    public string JobOf(ParseResult arguments) => Path.GetFileName(arguments.GetRequiredValue(File));

    public string StoreOf(ParseResult arguments) => arguments.GetValue(Store) ?? arguments.GetRequiredValue(File) + ".queue.db";
}
