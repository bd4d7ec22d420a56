using System.CommandLine;
using Voucherify.Loyalties.Tool.Jobs;

namespace Voucherify.Loyalties.Tool.Commands;

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

    public Option<bool> Json { get; } = Inputs.Json();

    /// <summary>Returns the job that a command line names.</summary>
    public JobRun RunOf(Shell shell, ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetRequiredValue(File);
        return new JobRun(
            shell,
            file,
            arguments.GetValue(Store) ?? file + ".queue.db",
            arguments.GetValue(Campaign),
            arguments.GetValue(Json),
            cancellationToken);
    }
}
